import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideMove } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { lockWave, setPlanned } from "../repository.ts";

/** An operator takes a scheduled wave back to a draft; people no longer see it. */
export async function unscheduleWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const decision = decideMove(wave, "draft");
  if (!decision.ok) return decision;
  await setPlanned(work.tx, wave.id, "draft");
  await work.record({
    action: "wave-unscheduled",
    subject: `wave:${wave.id}`,
    details: { number: wave.number },
  });
  return ok({ waveId });
}
