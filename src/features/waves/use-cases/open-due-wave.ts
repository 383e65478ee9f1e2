import type { Work } from "#platform/db/work.ts";
import { decideOpeningByTime } from "../policy.ts";
import { findOpenNumber, lockCalendar, lockWave, setPlanned } from "../repository.ts";
import type { WaveId } from "../types.ts";
import { beginWave } from "./begin-wave.ts";

/**
 * Opens a wave whose time has come: the worker does it, or the first person who joins, so that nobody waits for the
 * worker. A recovery wave whose places were given to others meanwhile goes back to a draft. Says whether anything happened.
 */
export async function openDueWave(work: Work, waveId: string): Promise<boolean> {
  await lockCalendar(work.tx);
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return false;
  const decision = decideOpeningByTime(wave, await findOpenNumber(work.tx, work.now), work.now);
  if (!decision.ok) return false;
  const begun = await beginWave(work, wave, { byItsTime: true });
  if (!begun.ok) await takeBack(work, wave.id, begun.refusal.code);
  return true;
}

async function takeBack(work: Work, id: WaveId, reason: string): Promise<void> {
  await setPlanned(work.tx, id, "draft");
  await work.record({ action: "wave-not-opened", subject: `wave:${id}`, details: { reason } });
}
