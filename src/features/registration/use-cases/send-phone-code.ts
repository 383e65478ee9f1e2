import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { mayFill } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findContact } from "../repository/contact.ts";
import { lockRegistration } from "../repository.ts";

/** Sends the code that proves the phone: to it by SMS, or to the person's verified e-mail address where no SMS arrives. */
export async function sendPhoneCode(
  work: Work<ParticipantActor>,
  { channel }: { readonly channel: "sms" | "email" },
): Promise<Result<null, RegistrationRefusal | CodeRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "phone");
  if (!allowed.ok) return allowed;
  const contact = await findContact(work.tx, participantId);
  const destination = channel === "sms" ? contact.phone : contact.verifiedEmail;
  if (!destination) return refuse({ code: "registration-no-contact" });
  const issued = await issueCode(work, {
    holderId: participantId,
    purpose: "registration_phone",
    channel,
    destination,
  });
  return issued.ok ? ok(null) : issued;
}
