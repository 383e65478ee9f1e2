import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { isVillage, lockRegistration, writeAddress, writeDomicile } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

type Input = {
  readonly villageCode: string;
  readonly address: string;
  /** "other": where the person lives is asked next. */
  readonly domicile: "same" | "other";
};

/** Takes the address as on the KTP; province, regency and district follow from the village. */
export async function fillAddress(
  work: Work<ParticipantActor>,
  { domicile, ...where }: Input,
): Promise<Result<{ step: RegistrationStep; livesElsewhere: boolean }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "address");
  if (!allowed.ok) return allowed;
  if (!(await isVillage(work.tx, where.villageCode))) return refuse({ code: "registration-village-unknown" });
  const livesElsewhere = domicile === "other";
  await noteChange(work, reached, livesElsewhere ? where : { ...where, domicile: null });
  const filled = { step: livesElsewhere ? reached : stepAfter(reached, "address"), now: work.now };
  await writeAddress(work.tx, participantId, where, filled);
  if (!livesElsewhere) await writeDomicile(work.tx, participantId, null, filled);
  return ok({ step: filled.step, livesElsewhere });
}
