import type { StaffActor } from "#authorization/actor.ts";
import { dayInWib } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideIdentity, decideStatements, isReached, mayFill } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import {
  districtWrittenIn,
  findKnownDistricts,
  isCategory,
  isTakenByOther,
  isVillage,
  lockRegistration,
  writeWholeForm,
} from "../repository.ts";
import type { WholeForm } from "../schema.ts";
import type { RegistrationStep } from "../types.ts";

/**
 * Takes every written page of the form at once, typed by an office for somebody who agreed. By the same rules as the
 * pages that a person fills in alone; what is left are the photos. Typed once more, it leaves those that are there.
 */
export async function fillForPerson(
  work: Work<StaffActor>,
  participantId: ParticipantId,
  form: WholeForm,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "identity");
  if (!allowed.ok) return allowed;
  const known = await findKnownDistricts(work.tx, [form.nik, form.familyCard].map(districtWrittenIn));
  const identity = decideIdentity(form, (code) => known.has(code), dayInWib(work.now));
  if (!identity.ok) return identity;
  const places = await knowsPlaces(work, form);
  if (!places.ok) return places;
  const statements = decideStatements(form.statements);
  if (!statements.ok) return statements;
  if (await isTakenByOther(work.tx, "nik", identity.value.nik, participantId))
    return refuse({ code: "nik-registered" });
  if (form.phone && (await isTakenByOther(work.tx, "phone", form.phone, participantId)))
    return refuse({ code: "registration-phone-taken" });
  const { nik, familyCard } = identity.value;
  const written = { ...form, nik, familyCard, statements: statements.value };
  const step = isReached(reached, "photo") ? reached : "photo";
  await writeWholeForm(work.tx, participantId, written, { step, now: work.now });
  return ok({ step });
}

async function knowsPlaces(work: Work, form: WholeForm): Promise<Result<void, RegistrationRefusal>> {
  if (!(await isVillage(work.tx, form.villageCode))) return refuse({ code: "registration-village-unknown" });
  if (form.domicile && !(await isVillage(work.tx, form.domicile.villageCode)))
    return refuse({ code: "registration-domicile-unknown" });
  return (await isCategory(work.tx, form.wantedCategory))
    ? ok()
    : refuse({ code: "registration-category-unknown" });
}
