import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfterOtherPhone } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findContact, writePhone } from "../repository/contact.ts";
import { isTakenByOther, lockRegistration } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

/** Takes another phone number, also after the registration was sent. It has to be proven like the first. */
export async function changePhone(
  work: Work<ParticipantActor>,
  { phone }: { readonly phone: string },
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "phone");
  if (!allowed.ok) return allowed;
  if ((await findContact(work.tx, participantId)).phone === phone) return ok({ step: reached });
  if (await isTakenByOther(work.tx, "phone", phone, participantId))
    return refuse({ code: "registration-phone-taken" });
  await noteChange(work, reached, { phone });
  const step = stepAfterOtherPhone(reached, "phone");
  await writePhone(work.tx, participantId, phone, { step, now: work.now });
  return ok({ step });
}
