import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { entryNotSelected, recipientDetermined } from "../events.ts";
import { findOutcomes, lockAnnouncement, noteAnnouncement } from "../repository/publication.ts";

const PEOPLE = 200;
const BATCHES = 20;

/**
 * Tells the next people of published waves, batch by batch: each batch is one transaction, so that nobody is left out and
 * nobody told twice, whatever dies in between. Says how many.
 */
export async function announceResultsDue(now: Date): Promise<number> {
  let told = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const result = await inOneTransaction(system, announceBatch, { now });
    const count = result.ok ? result.value : null;
    if (count === null) break;
    told += count;
  }
  return told;
}

/** null: nothing is under way. */
async function announceBatch(work: Work) {
  const announcement = await lockAnnouncement(work.tx);
  if (!announcement) return ok(null);
  const { waveId } = announcement;
  const people = await findOutcomes(work.tx, announcement, PEOPLE);
  for (const { participantId, reason } of people) {
    await work.publish(
      reason === null
        ? recipientDetermined({ participantId, waveId })
        : entryNotSelected({ participantId, waveId, reason }),
    );
  }
  await noteAnnouncement(work.tx, waveId, {
    after: people.at(-1)?.participantId ?? announcement.after,
    told: people.length,
    finishedAt: people.length < PEOPLE ? work.now : null,
  });
  return ok(people.length);
}
