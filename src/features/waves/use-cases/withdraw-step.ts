import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { withdrawProposal } from "#platform/approval/agree.ts";
import type { Work } from "#platform/db/work.ts";
import type { WaveRefusal } from "../refusals.ts";
import { lockWave } from "../repository.ts";
import type { StepOfTwo } from "../types.ts";

/** An operator takes the proposal of a step back that nobody approved yet: to close before time, to draw, to publish. */
export async function withdrawStep(
  work: Work<StaffActor>,
  { waveId, step }: { readonly waveId: string; readonly step: StepOfTwo },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  await withdrawProposal(work, { subject: `wave:${wave.id}`, step });
  return ok({ waveId });
}
