import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { endsToClose } from "../policy.ts";
import { barTurnstile, endWave, findWaveToClose, findWaveToOpen, lockWave } from "../repository.ts";
import { openDueWave } from "./open-due-wave.ts";

/** In one look; more waves than this do not open and close in the time between two. */
const MOST_STEPS = 40;

/**
 * Closes the waves whose end has come and in which no join can be under way any more, and opens the next one whose time
 * has come while none is open, a transaction a step. A wave whose whole time was jumped over still goes through each of
 * its states. Says how many steps were taken. People are let in and kept out by the wave's times and not by this.
 */
export async function openAndCloseWavesDue(now: Date): Promise<number> {
  let steps = 0;
  while (steps < MOST_STEPS) {
    const step = await inOneTransaction(
      system,
      async (work) => ok((await closeOne(work)) || (await openOne(work))),
      { now },
    );
    if (!step.ok || !step.value) break;
    steps += 1;
  }
  return steps;
}

async function closeOne(work: Work): Promise<boolean> {
  const id = await findWaveToClose(work.tx, endsToClose(work.now));
  if (id === null) return false;
  await barTurnstile(work.tx, id);
  const wave = await lockWave(work.tx, id);
  if (wave?.status !== "open") return false;
  await endWave(work.tx, wave.id, work.now);
  await work.record({
    action: "wave-closed",
    subject: `wave:${wave.id}`,
    details: { number: wave.number, byItsTime: true },
  });
  return true;
}

async function openOne(work: Work): Promise<boolean> {
  const id = await findWaveToOpen(work.tx, work.now);
  return id !== null && openDueWave(work, id);
}
