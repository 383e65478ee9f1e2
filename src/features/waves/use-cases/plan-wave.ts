import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideNewWave } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findPlanFacts, insertWave } from "../repository.ts";
import type { NewWave } from "../types.ts";

/** An operator plans a wave; it opens and closes by its times, or earlier by command. */
export async function planWave(
  work: Work<StaffActor>,
  wave: NewWave,
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  const decision = decideNewWave(wave, await findPlanFacts(work.tx, wave), work.now);
  if (!decision.ok) return decision;
  const id = work.newId<"wave">();
  if (!(await insertWave(work.tx, { ...wave, id, createdAt: work.now }))) {
    return refuse({ code: "wave-number-taken", number: wave.number });
  }
  await work.record({
    action: "wave-planned",
    subject: `wave:${id}`,
    details: { number: wave.number, scheme: wave.schemeCode, quota: wave.quota },
  });
  return ok({ waveId: id });
}
