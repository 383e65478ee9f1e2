import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { erasureDecided } from "../events.ts";
import { decideErasure } from "../policy.ts";
import { findErasureFacts } from "../queries/erasure.ts";
import type { ErasureRefusal } from "../refusals.ts";
import { closeForErasure, lockOwner } from "../repository/erasure.ts";

/** Somebody wants to be forgotten: the account closes at once, and what it holds is erased within minutes. */
export async function askErasure(
  work: Work<ParticipantActor>,
  { password }: { readonly password: string },
): Promise<Result<null, ErasureRefusal>> {
  const { participantId } = work.actor;
  const { passwordHash } = await lockOwner(work.tx, participantId);
  const decision = decideErasure(await findErasureFacts(participantId, work.tx));
  if (!decision.ok) return decision;
  if (!(await passwordMatches(passwordHash, password))) return refuse({ code: "erasure-password-wrong" });
  const isFirst = await closeForErasure(work.tx, participantId, work.now);
  if (!isFirst) return ok(null);
  await work.publish(erasureDecided({ participantId }));
  await work.record({ action: "erasure-asked", subject: `participant:${participantId}` });
  return ok(null);
}
