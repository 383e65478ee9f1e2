import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { isVillage, lockRegistration, writeAddress } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";

/** Takes the address as on the KTP; province, regency and district follow from the village. */
export async function fillAddress(
  work: Work<ParticipantActor>,
  input: { readonly villageCode: string; readonly address: string },
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "address");
  if (!allowed.ok) return allowed;
  if (!(await isVillage(work.tx, input.villageCode))) return refuse({ code: "registration-village-unknown" });
  const step = stepAfter(reached, "address");
  await writeAddress(work.tx, participantId, input, { step, now: work.now });
  return ok({ step });
}
