/** What one cell says. A number is what Excel kept as one: digits beyond the fifteenth are lost, and so is a leading zero. */
export type Cell = { readonly text: string; readonly isNumber: boolean };

/** A row that says something, under the number that a spreadsheet shows beside it. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** A sheet that is read row by row; nothing of it but the row at hand is kept. */
export type Sheet = {
  readonly format: SheetFormat;
  /** The day that counts as zero in its date numbers; older Macs begin four years later. */
  readonly epoch: 1900 | 1904;
  /** Throws `UnreadableSheet` where the file turns out to be damaged on the way. */
  rows(): AsyncGenerator<SheetRow>;
};

export const sheetFormats = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** Neither format, broken, or larger inside than any list of people. */
export type SheetFault = "sheet-unknown-format" | "sheet-damaged" | "sheet-too-large";

export class UnreadableSheet extends Error {
  readonly fault: SheetFault;
  constructor(fault: SheetFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Cells beyond this column, and letters beyond this length, are not looked at. */
export const COLUMNS = 64;
export const CELL_LETTERS = 2_000;

/** The row as it is handed on; null where every cell is blank. */
export function rowOf(number: number, cells: readonly (Cell | undefined)[]): SheetRow | null {
  if (!cells.some((cell) => cell && cell.text !== "")) return null;
  return { number, cells: Array.from(cells, (cell) => cell ?? blank) };
}

/** Text as a person meant it: without signs that nobody sees, and the apostrophe that keeps a sheet from calculating. */
export function cellText(text: string): string {
  const trimmed = text.replaceAll(unseen, "").trim().slice(0, CELL_LETTERS).toWellFormed();
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** Control signs but tab and line break, the mark of a byte order, and signs of no width. */
const unseen = /(?![\t\n\u0080-\u009f])\p{Cc}|[\u200b\u2060\ufeff]/gu;
const blank: Cell = { text: "", isNumber: false };
