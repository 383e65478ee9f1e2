import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { freezeWanted } from "../events.ts";
import { decideFreeze, decideRun } from "../policy/steps.ts";
import type { SelectionRefusal } from "../refusals.ts";
import { askForRun, findRun, isAnotherUndecided, lockWaveToSelect } from "../repository/runs.ts";

/** An administrator asks for the list of a closed wave to be fixed; it takes minutes, so the worker does it. */
export async function freezeWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, SelectionRefusal>> {
  const wave = await lockWaveToSelect(work.tx, waveId);
  if (!wave) return refuse({ code: "selection-wave-unknown" });
  const decision = decideFreeze(wave.status, await isAnotherUndecided(work.tx, waveId));
  if (!decision.ok) return decision;
  const asking = decideRun(await findRun(work.tx, waveId, "freeze"));
  if (!asking.ok) return asking;
  await askForRun(work.tx, {
    ...{ waveId, step: "freeze" },
    askedBy: work.actor.accountId,
    askedAt: work.now,
  });
  await work.publish(freezeWanted({ waveId }));
  await work.record({
    action: "freeze-asked",
    subject: `wave:${waveId}`,
    details: { number: wave.number },
  });
  return ok({ waveId });
}
