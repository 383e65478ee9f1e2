import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideMove } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { lockWave, moveWave } from "../repository.ts";

/** An operator closes an open wave before its time; from here on nobody joins. */
export async function closeWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const decision = decideMove(wave, "closed");
  if (!decision.ok) return decision;
  await moveWave(work.tx, wave.id, "closed", work.now);
  await work.record({ action: "wave-closed", subject: `wave:${wave.id}`, details: { number: wave.number } });
  return ok({ waveId });
}
