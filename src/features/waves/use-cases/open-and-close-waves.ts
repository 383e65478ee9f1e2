import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { decideMove } from "../policy.ts";
import { findOpenNumber, findWavesDue, lockWave, moveWave } from "../repository.ts";
import type { WaveId } from "../types.ts";

/**
 * Closes the waves whose end has come, then opens the next one whose time has come while none is open. A wave whose
 * whole time was jumped over still goes through each of its states. Says how many steps were taken.
 */
export async function openAndCloseWavesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const before = await closeDue(work);
      const opened = await openDue(work);
      return ok(before + opened + (opened > 0 ? await closeDue(work) : 0));
    },
    { now },
  );
  return result.ok ? result.value : 0;
}

async function closeDue(work: Work): Promise<number> {
  let steps = 0;
  for (const id of await findWavesDue(work.tx, "open", work.now)) steps += await step(work, id, "closed");
  return steps;
}

async function openDue(work: Work): Promise<number> {
  if ((await findOpenNumber(work.tx)) !== null) return 0;
  const [id] = await findWavesDue(work.tx, "scheduled", work.now);
  return id ? step(work, id, "open") : 0;
}

async function step(work: Work, id: WaveId, to: "open" | "closed"): Promise<number> {
  const wave = await lockWave(work.tx, id);
  if (!wave || !decideMove(wave, to).ok) return 0;
  await moveWave(work.tx, id, to, work.now);
  await work.record({
    action: to === "open" ? "wave-opened" : "wave-closed",
    subject: `wave:${id}`,
    details: { number: wave.number, byItsTime: true },
  });
  return 1;
}
