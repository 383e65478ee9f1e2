import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter, stepAfterOtherPhone } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findContact } from "../repository/contact.ts";
import { isTakenByOther, lockRegistration, writePersonal } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

type Input = {
  readonly fullName: string;
  readonly birthPlace: string;
  readonly motherName: string;
  /** "+628..." */
  readonly phone: string;
};

/** Takes name, birth place, mother's name and phone. One phone serves one person; another one has to be proven anew. */
export async function fillPersonal(
  work: Work<ParticipantActor>,
  input: Input,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "personal");
  if (!allowed.ok) return allowed;
  if (await isTakenByOther(work.tx, "phone", input.phone, participantId))
    return refuse({ code: "registration-phone-taken" });
  await noteChange(work, reached, input);
  const isOtherPhone = (await findContact(work.tx, participantId)).phone !== input.phone;
  const step = (isOtherPhone ? stepAfterOtherPhone : stepAfter)(reached, "personal");
  await writePersonal(work.tx, participantId, { ...input, isOtherPhone }, { step, now: work.now });
  return ok({ step });
}
