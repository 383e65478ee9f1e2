import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideOpening } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findOpenNumber, lockCalendar, lockWave } from "../repository.ts";
import { beginWave } from "./begin-wave.ts";

/** An operator opens a scheduled wave before its time; people can join at once. */
export async function openWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  await lockCalendar(work.tx);
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const decision = decideOpening(wave, await findOpenNumber(work.tx, work.now), work.now);
  if (!decision.ok) return decision;
  const begun = await beginWave(work, wave, { byItsTime: false });
  return begun.ok ? ok({ waveId }) : begun;
}
