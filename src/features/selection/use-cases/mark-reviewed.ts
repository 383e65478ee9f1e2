import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideReview } from "../policy/steps.ts";
import type { SelectionRefusal } from "../refusals.ts";
import { lockWaveToSelect, markWave } from "../repository/runs.ts";

/** An administrator has looked through the result of a draw and finds nothing against a decree. */
export async function markReviewed(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, SelectionRefusal>> {
  const wave = await lockWaveToSelect(work.tx, waveId);
  if (!wave) return refuse({ code: "selection-wave-unknown" });
  const decision = decideReview(wave.status);
  if (!decision.ok) return decision;
  if (decision.value === "nothing-to-do") return ok({ waveId });
  await markWave(work.tx, waveId, "reviewed", work.now);
  await work.record({
    action: "wave-reviewed",
    subject: `wave:${waveId}`,
    details: { number: wave.number },
  });
  return ok({ waveId });
}
