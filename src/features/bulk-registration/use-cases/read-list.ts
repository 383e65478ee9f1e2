import type { Sheet, SheetRow } from "#platform/spreadsheet/sheet.ts";
import { isExample, readHeaders } from "../policy.ts";
import type { Layout, Vocabulary } from "../types.ts";

/** The rows of people in a list, in batches; without the headers and the example of the template. */
export async function* readList(
  sheet: Sheet,
  words: Vocabulary,
  batch: number,
): AsyncGenerator<{ readonly layout: Layout; readonly rows: readonly SheetRow[] }> {
  let layout: Layout | undefined;
  let rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (!layout) {
      const written = row.cells.map((cell) => cell.text);
      layout = readHeaders(written, words).layout;
    } else if (!isExample(row.cells[layout.indexOf("nik")]?.text ?? "")) {
      rows.push(row);
    }
    if (layout && rows.length === batch) {
      yield { layout, rows };
      rows = [];
    }
  }
  if (layout && rows.length > 0) yield { layout, rows };
}
