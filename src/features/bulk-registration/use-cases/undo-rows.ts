import { type StaffActor, system } from "#authorization/actor.ts";
import { removeUntakenAccount } from "#features/account/use-cases/remove-untaken-account.ts";
import { discardRegistration } from "#features/registration/use-cases/discard-registration.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { bulkUndoWanted } from "../events.ts";
import { countUndone, lockFile } from "../repository/files.ts";
import { deleteHelp, findTouched, lockTakenRows, markRow } from "../repository/rows.ts";

/** People who are removed in one transaction. */
const BATCH = 100;
/** Batches after which other work of the queue has its turn. */
const TURN = 10;

/** Removes the people of a list that is taken back; goes on where it was stopped. */
export async function undoBulkRowsReaction(payload: { readonly bulkFileId: string }): Promise<void> {
  const { bulkFileId } = payload;
  const officer = await findOfficer(bulkFileId);
  if (!officer) return;
  for (let batch = 0; batch < TURN; batch += 1) {
    const result = await inOneTransaction(officer, (work) => undoRows(work, bulkFileId));
    if (!result.ok || result.value.seen < BATCH) return;
  }
  await inOneTransaction(system, async (work) => ok(await work.publish(bulkUndoWanted({ bulkFileId }))));
}

/**
 * Removes the next people of the list. Their accounts are locked before anybody looks at them, so that who takes one
 * over at the same moment either is seen or finds none.
 */
async function undoRows(
  work: Work<StaffActor>,
  bulkFileId: string,
): Promise<Result<{ seen: number }, never>> {
  const list = await lockFile(work.tx, bulkFileId, ["undoing"]);
  if (!list) return ok({ seen: 0 });
  const rows = await lockTakenRows(work.tx, list.id, BATCH);
  const touched = await findTouched(
    work.tx,
    rows.map(({ participantId }) => participantId),
  );
  let undone = 0;
  for (const row of rows) {
    const isTouched = touched.has(row.participantId);
    await markRow(work.tx, list.id, row, isTouched ? "kept" : "undone");
    if (isTouched) continue;
    undone += 1;
    await deleteHelp(work.tx, row.participantId);
    demand(await discardRegistration(work, row.participantId));
    demand(await removeUntakenAccount(work, row.participantId));
  }
  const counts = { undone, kept: rows.length - undone };
  await countUndone(work.tx, list.id, counts, work.now);
  await work.record({ action: "bulk-rows-undone", subject: `bulk-file:${list.id}`, details: counts });
  return ok({ seen: rows.length });
}

/** Nobody has touched these people, so a "no" is a fault. */
function demand(result: Result<unknown, { readonly code: string }>): void {
  if (!result.ok) throw new Error(`an untouched person could not be removed: ${result.refusal.code}`);
}

async function findOfficer(bulkFileId: string): Promise<StaffActor | null> {
  const found = await inOneTransaction(system, async ({ tx }) =>
    ok(await lockFile(tx, bulkFileId, ["undoing"])),
  );
  if (!found.ok || !found.value) return null;
  return {
    role: "officer",
    accountId: found.value.officerId as AccountId,
    providerSlug: null,
    platformSlug: null,
  };
}
