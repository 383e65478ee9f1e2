import { ok, type Result, refuse } from "#kernel/result.ts";
import type { BulkRefusal, RowRefusal } from "./refusals.ts";
import {
  type BulkFileStatus,
  type Column,
  columns,
  type Layout,
  optionalColumns,
  type RowReason,
  type Vocabulary,
} from "./types.ts";

/** Headers and answers are compared by their letters and digits alone. */
export function plainWords(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

export type Headers = {
  readonly layout: Layout;
  readonly missing: readonly Column[];
  readonly twice: readonly Column[];
  /** As they were written. */
  readonly unknown: readonly string[];
};

/** Which column is which, in any order. */
export function readHeaders(written: readonly string[], words: Vocabulary): Headers {
  const layout = written.map((header) => words.headers.get(plainWords(header)) ?? null);
  const isUnknown = (header: string, index: number) =>
    layout[index] === null && header !== "" && !words.own.has(plainWords(header));
  return {
    layout,
    missing: columns.filter((column) => !optionalColumns.includes(column) && !layout.includes(column)),
    twice: columns.filter((column) => layout.indexOf(column) !== layout.lastIndexOf(column)),
    unknown: written.filter(isUnknown),
  };
}

type Written = { readonly text: string; readonly isNumber: boolean };
const LENGTHS = { nik: 16, familyCard: 16 } as const;

/** What a spreadsheet did to a number that is no amount: digits lost at the end, or a zero in front. */
export function numberFault(column: Column, { text, isNumber }: Written): RowReason | null {
  const isShortened = /^\d(?:[.,]\d+)?e\+?\d+$/i.test(text);
  if (column === "nik" || column === "familyCard") {
    const isCut = isNumber && text.replace(/\D/g, "").length >= LENGTHS[column] - 1;
    return isShortened || isCut ? { column, code: "bulk-number-shortened" } : null;
  }
  if (column !== "phone") return null;
  if (isShortened) return { column, code: "bulk-number-shortened" };
  return /^8[1-9]\d{7,10}$/.test(text) ? { column, code: "bulk-zero-lost" } : null;
}

/** A "no" to a row, as it is kept with the column that it belongs to. */
export function reasonAt(column: Column, { code, ...values }: RowRefusal): RowReason {
  return { column, code, ...(Object.keys(values).length > 0 ? { values } : {}) };
}

/** Whether a list may be taken back now. */
export function decideUndo(status: BulkFileStatus): Result<void, BulkRefusal> {
  if (status === "checked") return ok();
  const isDone = status === "undoing" || status === "undone" || status === "failed";
  return refuse({ code: isDone ? "bulk-undo-done" : "bulk-undo-unfinished" });
}

/** The template's own row is never a person. */
export function isExample(nik: string): boolean {
  return /^contoh/i.test(nik);
}

/** The code of a village, which may be followed by its name, as the template lists it; points may be missing. */
export function villageCodeIn(text: string): string {
  const [, province, regency, district, village] =
    /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})(?!\d)/.exec(text) ?? [];
  return village ? `${province}.${regency}.${district}.${village}` : text;
}
