import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideOpening } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findOpenNumber, lockWave, moveWave } from "../repository.ts";

/** An operator opens a planned wave before its time. */
export async function openWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const decision = decideOpening(wave, await findOpenNumber(work.tx), work.now);
  if (!decision.ok) return decision;
  await moveWave(work.tx, wave.id, "open", work.now);
  await work.record({ action: "wave-opened", subject: `wave:${wave.id}`, details: { number: wave.number } });
  return ok({ waveId });
}
