import { notFound } from "next/navigation";
import { templateOfItems } from "#features/selection-test/queries/bank-list.ts";
import { sheetFormats } from "#platform/spreadsheet/sheet.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { requireStaff } from "#platform/web/session.ts";

/** The template of a list of items. */
export async function GET(request: Request): Promise<Response> {
  await requireStaff("item:write");
  const wanted = new URL(request.url).searchParams.get("format");
  const format = sheetFormats.find((known) => known === wanted);
  if (!format) notFound();
  return new Response(await templateOfItems(format), {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="templat-soal.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
