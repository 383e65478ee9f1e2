import { type StaffActor, system } from "#authorization/actor.ts";
import { findVillages } from "#features/assisted-registration/queries.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { type Sheet, UnreadableSheet } from "#platform/spreadsheet/sheet.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { bulkFileReceived } from "../events.ts";
import { findVocabulary } from "../queries/vocabulary.ts";
import { lockFile, markChecking, markFailed } from "../repository/files.ts";
import { type FileFailure, type OpenList, ROWS, type Vocabulary } from "../types.ts";
import { findRepetitions } from "./find-repetitions.ts";
import { readList } from "./read-list.ts";
import { takeBatch } from "./take-batch.ts";
import { understandRow } from "./understand-row.ts";

/** Rows that are decided in one transaction. */
const BATCH = 400;
/** Rows after which other work of the queue has its turn. */
const TURN = 5_000;

/**
 * Checks a list row by row and takes what is right. Whatever stops it, the next run goes on behind the last decided
 * row; two runs at once decide every row once, as each batch locks the list.
 */
export async function checkBulkFileReaction(payload: { readonly bulkFileId: string }): Promise<void> {
  const list = await findOpenList(payload.bulkFileId);
  if (!list) return;
  const words = await findVocabulary();
  try {
    const sheet = await openSheet(await readPrivateFile(list.storageKey));
    const counted = list.rowsTotal ?? (await countRows(sheet, words));
    const failure = failureOf(counted);
    if (failure) return await fail(list, failure);
    if (list.rowsTotal === null) await begin(list, counted);
    await checkRows(list, sheet, words);
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    await fail(list, error.fault);
  }
}

/**
 * Rows that were decided before are read again only for what they must not be repeated with. While the database takes
 * one batch, the next is read.
 */
async function checkRows(list: OpenList, sheet: Sheet, words: Vocabulary): Promise<void> {
  const officer = officerOf(list);
  const areas = await findVillages(list.regencyCode);
  const villages = new Set(areas.map(({ code }) => code));
  const seen = findRepetitions();
  let decided = 0;
  let taking: Promise<void> = Promise.resolve();
  try {
    for await (const { layout, rows } of readList(sheet, words, BATCH)) {
      const read = rows.map((row) => seen(understandRow(row, { layout, words, epoch: sheet.epoch })));
      const open = read.filter((row) => row.number > list.lastRow);
      if (open.length === 0) continue;
      await taking;
      if (decided >= TURN) return await askForMore(list);
      taking = takeBatch(officer, { bulkFileId: list.id, villages, rows: open });
      // A fault waits for the next "await" and is no stray rejection until then.
      taking.catch(() => undefined);
      decided += open.length;
    }
  } finally {
    await taking;
  }
}

async function countRows(sheet: Sheet, words: Vocabulary): Promise<number> {
  let count = 0;
  for await (const { rows } of readList(sheet, words, BATCH)) {
    count += rows.length;
    if (count > ROWS) break;
  }
  return count;
}

function failureOf(rows: number): FileFailure | null {
  if (rows > ROWS) return "bulk-file-too-many-rows";
  return rows === 0 ? "bulk-file-empty" : null;
}

async function findOpenList(id: string): Promise<(OpenList & { readonly storageKey: string }) | null> {
  const found = await inOneTransaction(system, async ({ tx }) =>
    ok(await lockFile(tx, id, ["received", "checking"])),
  );
  if (!found.ok || !found.value?.storageKey) return null;
  return { ...found.value, storageKey: found.value.storageKey };
}

async function begin(list: OpenList, rowsTotal: number): Promise<void> {
  await inOneTransaction(system, async ({ tx, now }) => {
    const open = await lockFile(tx, list.id, ["received"]);
    return ok(open ? await markChecking(tx, list.id, rowsTotal, now) : undefined);
  });
}

async function fail(list: OpenList, failure: FileFailure): Promise<void> {
  await inOneTransaction(system, async ({ tx, now }) => {
    const open = await lockFile(tx, list.id, ["received"]);
    return ok(open ? await markFailed(tx, list.id, failure, now) : undefined);
  });
}

async function askForMore(list: OpenList): Promise<void> {
  await inOneTransaction(system, async (work) =>
    ok(await work.publish(bulkFileReceived({ bulkFileId: list.id }))),
  );
}

/** The rows are taken in the name of the officer who declared that everybody agreed. */
function officerOf({ officerId }: OpenList): StaffActor {
  return { role: "officer", accountId: officerId as AccountId, providerSlug: null, platformSlug: null };
}
