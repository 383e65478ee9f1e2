import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideGrant } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import { isAnotherRequired } from "../repository/flags.ts";
import { lockAttempt, lockTestOf, supersede } from "../repository.ts";

/**
 * An administrator grants another attempt, on record: to a person who did not pass, or whose attempt somebody judged to
 * need another one. The first attempt is kept.
 */
export async function grantTest(
  work: Work<StaffActor>,
  { participantId, reason }: { readonly participantId: string; readonly reason: string },
): Promise<Result<null, TestRefusal>> {
  const person = participantId as ParticipantId;
  await lockTestOf(work.tx, person);
  const attempt = await lockAttempt(work.tx, person);
  const decision = decideGrant(attempt, attempt !== null && (await isAnotherRequired(work.tx, attempt.id)));
  if (!decision.ok) return decision;
  await supersede(work.tx, decision.value.id, { at: work.now, by: work.actor.accountId, reason });
  await work.record({ action: "test-granted", subject: `participant:${person}`, details: { reason } });
  return ok(null);
}
