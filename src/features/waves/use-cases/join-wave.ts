import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { waveJoined } from "../events.ts";
import { decideJoin } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findJoinFacts, insertEntry, shareWave } from "../repository.ts";

/** A person joins the open wave, with their consent. */
export async function joinWave(
  work: Work<ParticipantActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<null, WaveRefusal>> {
  const { participantId } = work.actor;
  const wave = await shareWave(work.tx, waveId);
  const decision = decideJoin({ wave, ...(await findJoinFacts(work.tx, participantId, waveId)) }, work.now);
  if (!decision.ok) return decision;
  if (!(await insertEntry(work.tx, { participantId, waveId, joinedAt: work.now }))) {
    return refuse({ code: "wave-already-joined" });
  }
  await work.publish(waveJoined({ participantId, waveId }));
  return ok(null);
}
