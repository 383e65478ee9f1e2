import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideArchive } from "../policy.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import { lockWaveToDetermine, markWave } from "../repository/publication.ts";

/** Puts a published wave away: its free places no longer go to the next in its order. */
export async function archiveWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, DeterminationRefusal>> {
  const wave = await lockWaveToDetermine(work.tx, waveId);
  if (!wave) return refuse({ code: "determination-wave-unknown" });
  const decision = decideArchive(wave.status);
  if (!decision.ok) return decision;
  if (decision.value === "nothing-to-do") return ok({ waveId });
  await markWave(work.tx, waveId, "archived", work.now);
  await work.record({
    action: "wave-archived",
    subject: `wave:${waveId}`,
    details: { number: wave.number },
  });
  return ok({ waveId });
}
