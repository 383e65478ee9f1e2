import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { unneededBefore } from "../policy.ts";
import { eraseRegistration } from "../repository/erasure.ts";
import {
  eraseOldCodes,
  erasePhotos,
  eraseReviewWords,
  findDecidedWithPhotos,
  findUnsentRegistrations,
} from "../repository/retention.ts";

const BATCH = 100;

/** Erases personal data whose time is over, a batch at a time; says how many it did. */
export async function eraseUnneededDue(now: Date): Promise<number> {
  let count = 0;
  for (const erase of [unsentRegistrations, photos, reviewWords, codes]) {
    const done = await inOneTransaction(system, async (work) => ok(await erase(work)), { now });
    if (done.ok) count += done.value;
  }
  return count;
}

async function unsentRegistrations(work: Work): Promise<number> {
  const before = unneededBefore("unsent-registration", work.now);
  const people = await findUnsentRegistrations(work.tx, before, BATCH);
  for (const { participantId } of people) {
    await eraseRegistration(work.tx, participantId);
    await recordErased(work, "unsent-registration-erased", participantId);
  }
  return people.length;
}

async function photos(work: Work): Promise<number> {
  const people = await findDecidedWithPhotos(work.tx, unneededBefore("documents", work.now), BATCH);
  for (const { participantId } of people) {
    await erasePhotos(work.tx, participantId);
    await recordErased(work, "documents-erased", participantId);
  }
  return people.length;
}

async function reviewWords(work: Work): Promise<number> {
  return eraseReviewWords(work.tx, unneededBefore("review-words", work.now), BATCH);
}

async function codes(work: Work): Promise<number> {
  return eraseOldCodes(work.tx, unneededBefore("one-time-codes", work.now), 10 * BATCH);
}

async function recordErased(work: Work, action: string, participantId: ParticipantId): Promise<void> {
  await work.record({ action, subject: `participant:${participantId}` });
}
