import { notFound } from "next/navigation";
import { refusedListOf } from "#features/bulk-registration/queries/refused-list.ts";
import { findFile, findRegion } from "#features/bulk-registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { sheetFormats } from "#platform/spreadsheet/sheet.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { requireStaff } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** The rows of a list that were not taken, with their reasons, for the office that uploaded it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const region = await findRegion(await requireStaff("person:assist"));
  const wanted = new URL(request.url).searchParams.get("format");
  const format = sheetFormats.find((known) => known === wanted);
  const file = region && (await findFile(region, (await params).id));
  if (!file || !format || file.rowsRefused === 0) notFound();
  const list = await refusedListOf(file, format, await currentLocale());
  if (!list) notFound();
  const name = translatorFor("id", "bulk-registration")("sheet.refusedName");
  return new Response(list, {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="${name}-${file.id.slice(-6)}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
