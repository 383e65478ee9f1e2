import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { registrationSubmitted } from "../events.ts";
import { decideSubmitForPerson } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findChanges } from "../repository/answers.ts";
import { isStated, lockRegistration, markSubmitted } from "../repository.ts";

/** Sends a registration that an office filled in; somebody without a phone of their own needs no code. */
export async function submitForPerson(
  work: Work<StaffActor>,
  participantId: ParticipantId,
): Promise<Result<null, RegistrationRefusal>> {
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const decision = decideSubmitForPerson(reached, await isStated(work.tx, participantId));
  if (!decision.ok) return decision;
  await markSubmitted(work.tx, participantId, work.now);
  const changed = await findChanges(work.tx, participantId);
  await work.publish(registrationSubmitted({ participantId, changed }));
  return ok(null);
}
