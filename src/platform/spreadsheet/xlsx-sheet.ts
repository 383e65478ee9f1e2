import { type Cell, COLUMNS, cellText, rowOf, type Sheet, type SheetRow, UnreadableSheet } from "./sheet.ts";
import { readStrings, readWorkbook } from "./xlsx-parts.ts";
import { readXml, type XmlReader } from "./xml-stream.ts";
import { type Archive, openArchive } from "./zip-archive.ts";

/** Rows of a sheet as Excel knows it. */
const LAST_ROW = 1_048_576;

/** The first sheet of an Excel workbook. */
export async function openXlsx(file: Buffer): Promise<Sheet> {
  const archive = await openArchive(file);
  const { sheetName, epoch } = await readWorkbook(archive);
  return { format: "xlsx", epoch, rows: () => readRows(archive, sheetName) };
}

async function* readRows(archive: Archive, sheetName: string): AsyncGenerator<SheetRow> {
  const strings = await readStrings(archive);
  const stream = await archive.read(sheetName);
  if (!stream) throw new UnreadableSheet("sheet-damaged");
  const ready: SheetRow[] = [];
  const reader = sheetReader(strings, (row) => ready.push(row));
  for await (const _ of readXml(stream, reader)) yield* ready.splice(0);
}

/** Puts `<row>`, `<c>`, `<v>` and `<is><t>` together; formulas count as what they last came to. */
function sheetReader(strings: readonly string[], found: (row: SheetRow) => void): XmlReader {
  let number = 0;
  let cells: (Cell | undefined)[] = [];
  let column = 0;
  let kind = "n";
  let text = "";
  let isText = false;
  return {
    open(name, attributes) {
      if (name === "row") {
        number = nextRow(number, attributes.r);
        cells = [];
        column = 0;
      } else if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        kind = attributes.t ?? "n";
        text = "";
      } else isText = name === "v" || name === "t";
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "c" && column <= COLUMNS) cells[column - 1] = cellOf(kind, text, strings);
      isText = false;
      const row = name === "row" ? rowOf(number, cells) : null;
      if (row) found(row);
    },
  };
}

function cellOf(kind: string, text: string, strings: readonly string[]): Cell {
  if (kind === "s") return { text: strings[Number(text)] ?? "", isNumber: false };
  if (kind === "b") return { text: text === "1" ? "TRUE" : "FALSE", isNumber: false };
  return { text: cellText(text), isNumber: kind === "n" && text !== "" };
}

function nextRow(last: number, written: string | undefined): number {
  const number = written === undefined ? last + 1 : Number(written);
  if (!Number.isInteger(number) || number <= last || number > LAST_ROW)
    throw new UnreadableSheet("sheet-damaged");
  return number;
}

/** "C7" is in column 3. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
