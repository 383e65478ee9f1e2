import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { COLUMNS, cellText, rowOf, type Sheet, type SheetRow, UnreadableSheet } from "./sheet.ts";

const CHUNK = 65_536;
/** Letters of one row: a quote that nobody closed swallows the rest of the file. */
const ROW_LETTERS = 100_000;

/** A CSV as Excel and its likes write it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; with or without a mark. */
export function openCsv(file: Buffer): Sheet {
  return { format: "csv", epoch: 1900, rows: () => readRows(file) };
}

async function* readRows(file: Buffer): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(file);
  const parser = Readable.from(texts(file, encoding)).compose(
    parse({
      delimiter: delimiterOf(new TextDecoder(encoding).decode(file.subarray(0, CHUNK))),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: ROW_LETTERS,
    }),
  );
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      const row = rowOf(number, cellsOf(record));
      if (row && !(number === 1 && isSeparatorLine(row))) yield row;
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableSheet("sheet-damaged", { cause: error }) : error;
  }
}

function cellsOf(record: readonly string[]) {
  return record.slice(0, COLUMNS).map((text) => ({ text: cellText(text), isNumber: false }));
}

/** Excel's own first line "sep=;" is no row. */
function isSeparatorLine(row: SheetRow): boolean {
  return /^sep=/i.test(row.cells[0]?.text ?? "");
}

function encodingOf(file: Buffer): "utf-8" | "utf-16le" | "windows-1252" {
  if (file[0] === 0xff && file[1] === 0xfe) return "utf-16le";
  return isUtf8(file) ? "utf-8" : "windows-1252";
}

/** Whichever sign stands most often in the first line. */
function delimiterOf(text: string): string {
  const [named] = /^\uFEFF?sep=(.)/i.exec(text)?.slice(1) ?? [];
  if (named) return named;
  const line = text.replaceAll(/"[^"]*"/g, "").split(/\r?\n/, 1)[0] ?? "";
  const count = (sign: string) => line.split(sign).length;
  return [";", ",", "\t"].toSorted((one, other) => count(other) - count(one))[0] ?? ";";
}

/** The file as text, a piece at a time. The decoder drops the mark at the beginning. */
function* texts(file: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < file.length; at += CHUNK) {
    yield decoder.decode(file.subarray(at, at + CHUNK), { stream: true });
  }
  yield decoder.decode();
}
