import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decidePlan } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findPlanFacts, insertWave } from "../repository/plans.ts";
import type { WavePlan } from "../types.ts";

/** An operator writes a wave down as a draft, which people do not see. */
export async function planWave(
  work: Work<StaffActor>,
  plan: WavePlan,
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const decision = decidePlan(plan, await findPlanFacts(work.tx, plan, null), work.now);
  if (!decision.ok) return decision;
  const id = work.newId<"wave">();
  if (!(await insertWave(work.tx, id, plan, work.now))) {
    return refuse({ code: "wave-number-taken", number: plan.number });
  }
  await work.record({
    action: "wave-planned",
    subject: `wave:${id}`,
    details: { number: plan.number, kind: plan.kind, scheme: plan.schemeCode, quota: plan.quota },
  });
  return ok({ waveId: id });
}
