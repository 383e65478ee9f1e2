import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { waveJoined } from "../events.ts";
import { decideJoin, isDueToOpen } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { findJoinFacts, findWaveTime, insertEntry, passTurnstile } from "../repository.ts";
import { openDueWave } from "./open-due-wave.ts";

/** A person joins the wave whose time is now, with their consent; the first one opens it when nobody has. */
export async function joinWave(
  work: Work<ParticipantActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<null, WaveRefusal>> {
  const { participantId } = work.actor;
  await passTurnstile(work.tx, waveId);
  let wave = await findWaveTime(work.tx, waveId);
  if (wave && isDueToOpen(wave, work.now)) {
    await openDueWave(work, waveId);
    // Also when another joiner was first.
    wave = await findWaveTime(work.tx, waveId);
  }
  const decision = decideJoin({ wave, ...(await findJoinFacts(work.tx, participantId, waveId)) }, work.now);
  if (!decision.ok) return decision;
  if (!(await insertEntry(work.tx, { participantId, waveId, joinedAt: work.now }))) {
    return refuse({ code: "wave-already-joined" });
  }
  await work.publish(waveJoined({ participantId, waveId }));
  return ok(null);
}
