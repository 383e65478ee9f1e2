import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideObjection } from "../policy.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import { findObjectionFacts, insertObjection } from "../repository/objections.ts";

/** A person objects to the result of a wave, once and in time; an operator answers. */
export async function fileObjection(
  work: Work<ParticipantActor>,
  { waveId, text }: { readonly waveId: string; readonly text: string },
): Promise<Result<null, DeterminationRefusal>> {
  const { participantId } = work.actor;
  const facts = await findObjectionFacts(work.tx, participantId, waveId);
  const decision = decideObjection(facts, work.now);
  if (!decision.ok) return decision;
  const isNew = await insertObjection(work.tx, { participantId, waveId, text, filedAt: work.now });
  return isNew ? ok(null) : refuse({ code: "objection-filed-already" });
}
