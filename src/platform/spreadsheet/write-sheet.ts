import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import type { SheetFormat } from "./sheet.ts";

export type WrittenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** In letters, column by column. */
  readonly widths: readonly number[];
};

export const contentTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * Writes sheets of text; a CSV has room for the first one only. Every column is text, so that Excel keeps numbers of
 * 16 digits; a cell that begins like a formula gets an apostrophe, so that none is calculated.
 */
export async function writeSheets(
  format: SheetFormat,
  sheets: readonly WrittenSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    format === "csv" ? Buffer.from(csvOf(sheets[0]?.rows ?? []), "utf8") : await xlsxOf(sheets),
  );
}

/** A text that no spreadsheet calculates. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** With a mark and semicolons, which is what Excel opens in columns where the comma parts decimals. */
function csvOf(rows: WrittenSheet["rows"]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { bom: true, delimiter: ";", record_delimiter: "\r\n" },
  );
}

function xlsxOf(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row, index) =>
      row.map((text) => ({
        value: harmless(text),
        type: String,
        format: "@",
        ...(index === 0 ? { fontWeight: "bold" as const } : {}),
      })),
    ),
  }));
  return writeXlsxFile(written, { features: [textColumns] }).toBuffer();
}

/** Gives whole columns the style of their second cell, text, so that what is typed below stays text too. */
const textColumns: NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>["features"]>[number] = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) => {
          const style = /<c r="A2"[^>]* s="(\d+)"/.exec(xml)?.[1];
          return style ? xml.replaceAll("<col ", `<col style="${style}" `) : xml;
        },
      },
    },
  },
};
