import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { lockRegistration, removeRegistration } from "../repository.ts";

/** Removes a registration that was not sent; its photos are marked and go with the next sweep. */
export async function discardRegistration(
  work: Work<StaffActor>,
  participantId: ParticipantId,
): Promise<Result<null, RegistrationRefusal>> {
  const reached = await lockRegistration(work.tx, participantId, work.now);
  if (reached === "submitted") return refuse({ code: "registration-submitted" });
  await removeRegistration(work.tx, participantId);
  return ok(null);
}
