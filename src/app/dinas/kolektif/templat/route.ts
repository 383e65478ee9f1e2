import { notFound } from "next/navigation";
import { templateOf } from "#features/bulk-registration/queries/template.ts";
import { findRegion } from "#features/bulk-registration/queries.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { sheetFormats } from "#platform/spreadsheet/sheet.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { requireStaff } from "#platform/web/session.ts";

/** The template of the officer's own region. */
export async function GET(request: Request): Promise<Response> {
  const region = await findRegion(await requireStaff("person:assist"));
  const wanted = new URL(request.url).searchParams.get("format");
  const format = sheetFormats.find((known) => known === wanted);
  if (!region || !format) notFound();
  const name = translatorFor("id", "bulk-registration")("sheet.templateName");
  return new Response(await templateOf(region, format), {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
