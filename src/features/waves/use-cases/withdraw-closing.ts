import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { withdrawProposal } from "#platform/approval/agree.ts";
import type { Work } from "#platform/db/work.ts";
import type { WaveRefusal } from "../refusals.ts";
import { lockWave } from "../repository.ts";

/** An operator takes the proposal to close a wave before its time back; the wave stays open to its end. */
export async function withdrawClosing(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  await withdrawProposal(work, { subject: `wave:${wave.id}`, step: "close" });
  return ok({ waveId });
}
