import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideEditing, decidePlan, decideTimes } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findPlanFacts, replacePlan } from "../repository/plans.ts";
import { findAnnouncedWaves, lockCalendar, lockWave } from "../repository.ts";
import type { WavePlan } from "../types.ts";

/** An operator writes a draft or a scheduled wave anew, parts of the quota and all; never an opened one. */
export async function editWave(
  work: Work<StaffActor>,
  { waveId, ...plan }: WavePlan & { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  await lockCalendar(work.tx);
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const editing = decideEditing(wave);
  if (!editing.ok) return editing;
  const decision = decidePlan(plan, await findPlanFacts(work.tx, plan, wave.id), work.now);
  if (!decision.ok) return decision;
  if (wave.status === "scheduled") {
    const times = decideTimes(plan, await findAnnouncedWaves(work.tx, work.now, wave.id), work.now);
    if (!times.ok) return times;
  }
  await replacePlan(work.tx, wave.id, plan);
  await work.record({
    action: "wave-edited",
    subject: `wave:${wave.id}`,
    details: {
      number: plan.number,
      kind: plan.kind,
      scheme: plan.schemeCode,
      quota: plan.quota,
      opensAt: plan.opensAt.toISOString(),
      closesAt: plan.closesAt.toISOString(),
      provinces: plan.provinces.size,
    },
  });
  return ok({ waveId });
}
