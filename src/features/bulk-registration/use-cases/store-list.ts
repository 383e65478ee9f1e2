import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { type Sheet, type SheetRow, UnreadableSheet } from "#platform/spreadsheet/sheet.ts";
import { writePrivateFile } from "#platform/storage/private-files.ts";
import { readHeaders } from "../policy.ts";
import { findVocabulary } from "../queries/vocabulary.ts";
import type { FileFailure, StoredList } from "../types.ts";

/** Unknown headers that are told, and letters of each: whoever uploads a book gets no book back. */
const TOLD = { headers: 20, letters: 60 } as const;

/**
 * Reads a list as far as its headers and keeps it. Done before the command's transaction, as the file goes to the
 * storage; it lies there under its own hash, so that the same list is kept once.
 */
export async function storeList(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Result<StoredList, FileFailure>> {
  const opened = await readBeginning(bytes);
  if (!opened.ok) return opened;
  const { sheet, headers } = opened.value;
  const written = headers.cells.map((cell) => cell.text);
  const { missing, twice, unknown } = readHeaders(written, await findVocabulary());
  const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
  const storageKey = `bulk/${Buffer.from(hash).toString("hex")}`;
  if (missing.length + twice.length === 0) await writePrivateFile(storageKey, bytes);
  return ok({
    hash,
    storageKey,
    name: name.slice(-100),
    format: sheet.format,
    missing,
    twice,
    unknown: unknown.slice(0, TOLD.headers).map((header) => header.slice(0, TOLD.letters)),
  });
}

/** The headers, where at least one row follows them. */
async function readBeginning(
  bytes: Uint8Array,
): Promise<Result<{ readonly sheet: Sheet; readonly headers: SheetRow }, FileFailure>> {
  try {
    const sheet = await openSheet(bytes);
    let headers: SheetRow | undefined;
    for await (const row of sheet.rows()) {
      if (headers) return ok({ sheet, headers });
      headers = row;
    }
    return refuse("bulk-file-empty");
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse(error.fault);
    throw error;
  }
}
