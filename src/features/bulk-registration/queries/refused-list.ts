import type { Locale } from "#i18n/messages.ts";
import { errorSentence, refusalSentence, translatorFor } from "#i18n/sentences.ts";
import { database } from "#platform/db/client.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import type { Sheet, SheetFormat, SheetRow } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { dayInCell } from "#platform/spreadsheet/written-day.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { readHeaders } from "../policy.ts";
import { keptReasons } from "../schema.ts";
import type { Layout, ListedFile, RowReason } from "../types.ts";
import { findVocabulary, headerOf, reasonsHeader } from "./vocabulary.ts";

const WIDTH = 24;

/**
 * The refused rows of a list as they were written, with their reasons in the last column, to be mended and uploaded
 * again; null where the list is gone. They come from the stored file: the database does not have them.
 */
export async function refusedListOf(
  file: ListedFile,
  format: SheetFormat,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await database().bulkFile.findUnique({
    where: { id: file.id },
    select: { storageKey: true, rows: { where: { status: "refused" } } },
  });
  if (!kept?.storageKey) return null;
  const reasons = new Map(kept.rows.map((row) => [row.rowNumber, keptReasons.parse(row.reasons)]));
  const sheet = await openSheet(await readPrivateFile(kept.storageKey));
  const rows = await rowsWithReasons(sheet, reasons, locale);
  const last = (rows[0]?.length ?? 1) - 1;
  const name = translatorFor("id", "bulk-registration")("sheet.data");
  const widths = Array.from({ length: last + 1 }, (_, index) => (index === last ? WIDTH * 3 : WIDTH));
  return writeSheets(format, [{ name, rows, widths }]);
}

async function rowsWithReasons(
  sheet: Sheet,
  reasons: ReadonlyMap<number, readonly RowReason[]>,
  locale: Locale,
): Promise<string[][]> {
  const words = await findVocabulary();
  const rows: string[][] = [];
  let layout: Layout = [];
  /** The columns that are handed back: all that the portal reads. */
  let places: readonly number[] = [];
  for await (const row of sheet.rows()) {
    if (rows.length === 0) {
      layout = readHeaders(
        row.cells.map((cell) => cell.text),
        words,
      ).layout;
      places = layout.flatMap((column, place) => (column ? [place] : []));
      rows.push([...textsOf(row, layout, places, sheet), reasonsHeader("id")]);
      continue;
    }
    const why = reasons.get(row.number);
    if (!why) continue;
    const told = why.map((reason) => toldReason(reason, locale)).join(" ");
    rows.push([...textsOf(row, layout, places, sheet), told]);
  }
  return rows;
}

function textsOf(row: SheetRow, layout: Layout, places: readonly number[], { epoch }: Sheet): string[] {
  return places.map((place) => {
    const cell = row.cells[place];
    const day = cell?.isNumber && layout[place] === "birthDate" ? dayInCell(cell, epoch) : null;
    return day ? day.split("-").reverse().join("/") : (cell?.text ?? "");
  });
}

/** "NIK: NIK terdiri dari 16 angka." */
export function toldReason({ column, code, values }: RowReason, locale: Locale): string {
  const refusal = refusalSentence(locale, { code, ...values });
  const sentence = refusal === code ? errorSentence(locale, code) : refusal;
  if (!column) return sentence;
  return translatorFor(locale, "bulk-registration")("sheet.reasonAt", {
    column: headerOf(column, locale),
    sentence,
  });
}
