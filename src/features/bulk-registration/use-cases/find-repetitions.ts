import { reasonAt } from "../policy.ts";
import type { RowReason } from "../types.ts";
import type { ReadRow } from "./understand-row.ts";

/** Remembers what one person alone can have, and refuses a row that says it again: the first one counts. */
export function findRepetitions(): (row: ReadRow) => ReadRow {
  const firstRow = new Map<string, number>();
  return (row) => {
    const reasons: RowReason[] = [];
    const unique = [
      ["nik", row.nik],
      ["phone", row.form?.phone],
      ["email", row.email],
    ] as const;
    for (const [column, value] of unique) {
      if (!value) continue;
      const first = firstRow.get(`${column}:${value}`);
      if (first !== undefined) reasons.push(reasonAt(column, { code: "bulk-row-repeated", row: first }));
      else firstRow.set(`${column}:${value}`, row.number);
    }
    return reasons.length > 0 ? { ...row, form: null, reasons: [...row.reasons, ...reasons] } : row;
  };
}
