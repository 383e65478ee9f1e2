import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideDecree, decreeNumberOf } from "../policy.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import {
  findDrawToDetermine,
  insertDecree,
  lockWaveToDetermine,
  markWave,
} from "../repository/publication.ts";
import { promisePlaces } from "./promise-places.ts";

/**
 * Issues the decree of a reviewed wave: how many it names, and the digest over their lines in the list. Their money is
 * reserved with it, and a decree that promises more than the wave's allotment is refused.
 */
export async function decideWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, DeterminationRefusal>> {
  const wave = await lockWaveToDetermine(work.tx, waveId);
  if (!wave) return refuse({ code: "determination-wave-unknown" });
  const decision = decideDecree(wave.status);
  if (!decision.ok) return decision;
  if (decision.value === "nothing-to-do") return ok({ waveId });
  const { digest, selectedCount: people } = await findDrawToDetermine(work.tx, waveId);
  const number = decreeNumberOf(wave.number, 0, work.now);
  const promised = await promisePlaces(work, { waveId, decree: number, people });
  if (!promised.ok) return promised;
  const issued = { issuedAt: work.now, issuedBy: work.actor.accountId };
  await insertDecree(work.tx, { number, waveId, people, digest, ...issued });
  await markWave(work.tx, waveId, "decided", work.now);
  await work.record({
    action: "wave-decided",
    subject: `wave:${waveId}`,
    details: { number: wave.number, decree: number, recipients: people },
  });
  return ok({ waveId });
}
