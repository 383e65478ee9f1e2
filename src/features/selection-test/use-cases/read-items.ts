import { ok, type Result, refuse } from "#kernel/result.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { type SheetRow, UnreadableSheet } from "#platform/spreadsheet/sheet.ts";
import { answersOf, headersOf } from "../queries/bank-list.ts";
import { writtenItem } from "../schema/bank.ts";
import { type ItemColumn, itemColumns, type RefusedItemRow, type WrittenItem } from "../types/bank.ts";

/** Rows of one list: a bank is written in hundreds. */
const ROWS = 1_000;

export type ReadRow = { readonly row: number; readonly item: WrittenItem };
export type ReadList = {
  readonly name: string;
  /** Headers of the template that the list lacks. */
  readonly missing: readonly string[];
  readonly rows: readonly ReadRow[];
  readonly refused: readonly RefusedItemRow[];
};
type ListFault = UnreadableSheet["fault"] | "item-list-empty" | "item-list-too-many";

/**
 * Reads a list of items row by row. A row counts when every column is right; of every other row each fault is told with
 * its column. Done before the command's transaction.
 */
export async function readItems(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Result<ReadList, ListFault>> {
  try {
    const sheet = await openSheet(bytes);
    const all: SheetRow[] = [];
    for await (const row of sheet.rows()) {
      all.push(row);
      if (all.length > ROWS + 1) return refuse("item-list-too-many");
    }
    const [headers, ...rows] = all;
    return headers && rows.length > 0 ? ok(understand(headers, rows, name)) : refuse("item-list-empty");
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse(error.fault);
    throw error;
  }
}

function understand(headers: SheetRow, rows: readonly SheetRow[], name: string): ReadList {
  const known = headersOf();
  const written = headers.cells.map(({ text }) => text.toLowerCase());
  const layout = written.map((header) =>
    itemColumns.find((column) => known[column].toLowerCase() === header),
  );
  const missing = itemColumns.filter((column) => !layout.includes(column));
  const taken: ReadRow[] = [];
  const refused: RefusedItemRow[] = [];
  const seen = new Set<string>();
  for (const row of missing.length > 0 ? [] : rows) {
    const faults = readRow(row, layout, seen);
    if (Array.isArray(faults)) refused.push(...faults);
    else taken.push(faults);
  }
  return {
    name: name.slice(-100),
    missing: missing.map((column) => known[column]),
    rows: taken,
    refused,
  };
}

type Layout = readonly (ItemColumn | undefined)[];

/** The item of a row, or every reason why there is none. */
function readRow(
  { number: row, cells }: SheetRow,
  layout: Layout,
  seen: Set<string>,
): ReadRow | RefusedItemRow[] {
  if (cells.length > layout.length) return [{ row, column: null, code: "item-row-too-long" }];
  const answers = answersOf();
  const fields: Partial<Record<ItemColumn, string>> = {};
  layout.forEach((column, index) => {
    const text = cells[index]?.text ?? "";
    if (column) fields[column] = answers[column]?.get(text.toLowerCase()) ?? text;
  });
  const read = writtenItem.safeParse(fields);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({
      row,
      column: itemColumns.find((column) => column === path[0]) ?? null,
      code: message,
    }));
  if (seen.has(read.data.code)) return [{ row, column: "code", code: "item-code-twice" }];
  seen.add(read.data.code);
  return { row, item: read.data };
}
