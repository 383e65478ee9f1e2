import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { registrationSubmitted } from "../events.ts";
import { decideSubmit } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findChanges } from "../repository/answers.ts";
import { lockRegistration, markSubmitted } from "../repository.ts";

/** Sends the registration: it closes, and its verification begins. */
export async function submitRegistration(
  work: Work<ParticipantActor>,
): Promise<Result<null, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const decision = decideSubmit(await lockRegistration(work.tx, participantId, work.now));
  if (!decision.ok) return decision;
  await markSubmitted(work.tx, participantId, work.now);
  const changed = await findChanges(work.tx, participantId);
  await work.publish(registrationSubmitted({ participantId, changed }));
  return ok(null);
}
