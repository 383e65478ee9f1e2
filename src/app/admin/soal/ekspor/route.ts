import { exportItems } from "#features/selection-test/queries/bank-list.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { requireStaff } from "#platform/web/session.ts";

/** The whole bank in the columns of the import. */
export async function GET(): Promise<Response> {
  await requireStaff("item:write");
  return new Response(await exportItems("csv"), {
    headers: {
      "content-type": contentTypes.csv,
      "content-disposition": 'attachment; filename="bank-soal.csv"',
      "cache-control": "private, no-store",
    },
  });
}
