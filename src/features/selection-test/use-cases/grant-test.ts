import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideGrant } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import { findAttempt, lockTestOf, supersede } from "../repository.ts";

/** An administrator grants a person who did not pass another attempt, on record. The first one is kept. */
export async function grantTest(
  work: Work<StaffActor>,
  { participantId, reason }: { readonly participantId: string; readonly reason: string },
): Promise<Result<null, TestRefusal>> {
  const person = participantId as ParticipantId;
  await lockTestOf(work.tx, person);
  const decision = decideGrant(await findAttempt(work.tx, person));
  if (!decision.ok) return decision;
  await supersede(work.tx, decision.value.id, work.now);
  await work.record({ action: "test-granted", subject: `participant:${person}`, details: { reason } });
  return ok(null);
}
