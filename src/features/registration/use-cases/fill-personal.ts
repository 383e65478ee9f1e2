import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { isTakenByOther, lockRegistration, writePersonal } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";

type Input = {
  readonly fullName: string;
  readonly birthPlace: string;
  readonly motherName: string;
  /** "+628..." */
  readonly phone: string;
};

/** Takes name, birth place, mother's name and phone. One phone serves one person. */
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
  const step = stepAfter(reached, "personal");
  await writePersonal(work.tx, participantId, input, { step, now: work.now });
  return ok({ step });
}
