import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { hasAddress, isVillage, lockRegistration, writeDomicile } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

type Input = { readonly domicileVillage: string; readonly domicileAddress: string };

/** Takes where somebody lives who does not live at the address of the KTP, once that one is known. */
export async function fillDomicile(
  work: Work<ParticipantActor>,
  { domicileVillage: villageCode, domicileAddress: address }: Input,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "address");
  if (!allowed.ok) return allowed;
  if (!(await hasAddress(work.tx, participantId))) return refuse({ code: "registration-step-locked" });
  if (!(await isVillage(work.tx, villageCode))) return refuse({ code: "registration-domicile-unknown" });
  const domicile = { villageCode, address };
  await noteChange(work, reached, { domicile });
  const step = stepAfter(reached, "address");
  await writeDomicile(work.tx, participantId, domicile, { step, now: work.now });
  return ok({ step });
}
