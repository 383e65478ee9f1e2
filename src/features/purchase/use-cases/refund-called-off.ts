import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { lockMembership } from "../repository/buying.ts";
import { findCalledOff, lockPurchase } from "../repository/purchases.ts";
import { undoPurchase } from "./undo-purchase.ts";

const BATCH = 50;

/** A provider called a schedule off: everybody who had not redeemed gets the money back, and may buy the training again. */
export async function refundCalledOffReaction(payload: { readonly scheduleId: string }): Promise<void> {
  while ((await refundBatch(payload.scheduleId)) === BATCH);
}

/** What the reaction left, for example when it was interrupted. Says how many were given their money back. */
export async function refundCalledOffDue(now: Date): Promise<number> {
  return refundBatch(null, now);
}

/** A transaction each, so that nobody waits for another's trouble. */
async function refundBatch(scheduleId: string | null, now?: Date): Promise<number> {
  const conditions = now ? { now } : {};
  const found = await inOneTransaction(
    system,
    async (work) => ok(await findCalledOff(work.tx, scheduleId, BATCH)),
    conditions,
  );
  const waiting = found.ok ? found.value : [];
  for (const { id, participantId } of waiting) {
    await inOneTransaction(system, (work) => refundOne(work, participantId, id), conditions);
  }
  return waiting.length;
}

/** Whoever redeemed, or lost the membership, in the meantime keeps what they have. */
async function refundOne(work: Work, participantId: ParticipantId, id: string) {
  const hasEnded = await lockMembership(work.tx, participantId);
  const purchase = await lockPurchase(work.tx, participantId, id);
  if (purchase?.status === "bought" && !hasEnded) await undoPurchase(work, purchase, "schedule");
  return ok();
}
