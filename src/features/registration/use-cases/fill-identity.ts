import type { ParticipantActor } from "#authorization/actor.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideIdentity, type IdentityClaim, mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import {
  districtWrittenIn,
  findKnownDistricts,
  isTakenByOther,
  lockRegistration,
  writeIdentity,
} from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

/** Takes NIK, family card number, birth date and gender. A NIK that is registered already says no more than that. */
export async function fillIdentity(
  work: Work<ParticipantActor>,
  claim: IdentityClaim,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "identity");
  if (!allowed.ok) return allowed;
  const codes = [claim.nik, claim.familyCard].map(districtWrittenIn);
  const known = await findKnownDistricts(work.tx, codes);
  const identity = decideIdentity(claim, (code) => known.has(code), dayInWib(work.now));
  if (!identity.ok) return identity;
  if (await isTakenByOther(work.tx, "nik", identity.value.nik, participantId))
    return refuse({ code: "nik-registered" });
  await noteChange(work, reached, identity.value);
  const step = stepAfter(reached, "identity");
  await writeIdentity(work.tx, participantId, identity.value, { step, now: work.now });
  return ok({ step });
}
