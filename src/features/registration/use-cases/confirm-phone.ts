import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { phoneVerified } from "../events.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findContact, markPhoneVerified } from "../repository/contact.ts";
import { lockRegistration } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";

/**
 * Takes the code that was sent. Where the phone of the registration is the account's verified one, no code is needed.
 * A code that went by e-mail proves the person, not the phone: the step is done, the phone stays unverified.
 */
export async function confirmPhone(
  work: Work<ParticipantActor>,
  { digits }: { readonly digits: string | null },
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal | CodeRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "phone");
  if (!allowed.ok) return allowed;
  const contact = await findContact(work.tx, participantId);
  if (!contact.phone) return refuse({ code: "registration-no-contact" });
  let isProven = contact.isVerifiedElsewhere;
  if (!isProven) {
    const used = await takeCode(work, {
      holderId: participantId,
      purpose: "registration_phone",
      digits: digits ?? "",
    });
    if (!used.ok) return used;
    isProven = used.value.destination === contact.phone;
    // The phone was changed after its code had gone out.
    if (!isProven && used.value.channel === "sms") return refuse({ code: "code-expired" });
  }
  const step = stepAfter(reached, "phone");
  await markPhoneVerified(work.tx, participantId, { step, now: work.now }, isProven);
  if (isProven) await work.publish(phoneVerified({ participantId }));
  return ok({ step });
}
