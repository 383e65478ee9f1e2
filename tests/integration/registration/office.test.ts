import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findRegistrationStep, findRegistrationSummary } from "#features/registration/queries.ts";
import { type WholeForm, wholeFormInput } from "#features/registration/schema.ts";
import { discardRegistration } from "#features/registration/use-cases/discard-registration.ts";
import { fillForPeople } from "#features/registration/use-cases/fill-for-people.ts";
import { fillForPerson } from "#features/registration/use-cases/fill-for-person.ts";
import { keepPhotoForPerson } from "#features/registration/use-cases/keep-photo-for-person.ts";
import { submitForPerson } from "#features/registration/use-cases/submit-for-person.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { anAccount } from "../../support/people.ts";
import { answersOf, aPhotoAt, aSentRegistration, fillAll, now } from "./applicants.ts";

const officer: StaffActor = {
  role: "officer",
  accountId: randomUUID() as AccountId,
  providerSlug: null,
  platformSlug: null,
};

function byOfficer<Value, Refusal>(
  command: (work: Work<StaffActor>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return inOneTransaction(officer, command, { now });
}

/** The form of somebody new, as an office types it. */
function aForm(changes: Readonly<Record<string, string>> = {}): WholeForm {
  const { identity, personal, situation } = answersOf();
  const { nik, familyCard, gender } = identity;
  const birth = { "birthDate-day": "17", "birthDate-month": "5", "birthDate-year": "2000" };
  const address = { villageCode: "12.75.02.1001", address: "Jalan Melati 12, RT 03/RW 05" };
  const numbers = { nik, familyCard, gender, ...birth };
  const statements = { excludedOccupation: "no", inEducation: "no", otherAid: "no", dataIsTrue: "yes" };
  return wholeFormInput.parse({
    ...numbers,
    ...personal,
    ...address,
    ...situation,
    dependants: "1",
    ...statements,
    statedEmployment: "laid-off",
    ...changes,
  });
}

const fill = (id: ParticipantId, form: WholeForm) => byOfficer((work) => fillForPerson(work, id, form));
const submit = (id: ParticipantId) => byOfficer((work) => submitForPerson(work, id));
const discard = (id: ParticipantId) => byOfficer((work) => discardRegistration(work, id));

async function keepBothPhotos(id: ParticipantId): Promise<void> {
  for (const kind of ["id_card", "selfie"] as const) {
    const photo = await aPhotoAt(`${kind}/office-${id}`);
    const kept = await byOfficer((work) => keepPhotoForPerson(work, id, kind, photo));
    if (!kept.ok) throw new Error(kept.refusal.code);
  }
}

describe("a form that an office types", () => {
  test("is whole at once, waits for the photos, and is sent without a code to a phone", async () => {
    const id = await anAccount(now);
    const elsewhere = { domicileVillage: "12.75.02.1002", domicileAddress: "Jalan Mawar 1" };
    expect(await fill(id, aForm({ phone: "", ...elsewhere }))).toEqual(ok({ step: "photo" }));
    expect(await findRegistrationSummary(id)).toMatchObject({
      step: "photo",
      phone: null,
      domicile: { villageCode: "12.75.02.1002", address: "Jalan Mawar 1" },
      statements: { version: 1, employment: "laid-off" },
    });
    expect(await submit(id)).toEqual(refuse({ code: "registration-incomplete" }));
    await keepBothPhotos(id);
    expect(await findRegistrationStep(id)).toBe("phone");
    expect(await submit(id)).toEqual(ok(null));
    expect(await submit(id)).toEqual(refuse({ code: "registration-submitted" }));
    expect(await announced("registration-submitted", id)).toEqual([{ participantId: id }]);
  });

  test("may be typed again before it is sent, and not after it", async () => {
    const id = await anAccount(now);
    await fill(id, aForm());
    expect(await fill(id, aForm({ fullName: "Ng" }))).toEqual(ok({ step: "photo" }));
    await keepBothPhotos(id);
    await submit(id);
    expect(await fill(id, aForm())).toEqual(refuse({ code: "registration-submitted" }));
  });

  test.each([
    ["a NIK of an unknown district", { nik: "1275995705009399" }, "nik-unknown-region"],
    ["another gender than the NIK's", { gender: "male" }, "nik-gender-differs"],
    ["a village that does not exist", { villageCode: "12.75.02.9999" }, "registration-village-unknown"],
    [
      "a domicile that does not exist",
      { domicileVillage: "12.75.02.9999", domicileAddress: "Jalan Mawar 1" },
      "registration-domicile-unknown",
    ],
    ["a field of training that does not exist", { wantedCategory: "sulap" }, "registration-category-unknown"],
    ["an excluded occupation", { excludedOccupation: "yes" }, "registration-excluded-occupation"],
    ["formal education", { inEducation: "yes" }, "registration-in-education"],
  ])("with %s is refused, and leaves nothing", async (_, changes, code) => {
    const id = await anAccount(now);
    expect(await fill(id, aForm(changes))).toEqual(refuse({ code }));
    expect(await database().registration.count({ where: { participantId: id } })).toBe(0);
  });

  test("with the NIK or the phone of somebody else is refused, also when two offices send it at once", async () => {
    const answers = answersOf();
    await aSentRegistration(answers);
    const { nik, familyCard } = answers.identity;
    const id = await anAccount(now);
    expect(await fill(id, aForm({ nik, familyCard }))).toEqual(refuse({ code: "nik-registered" }));
    expect(await fill(id, aForm({ phone: answers.personal.phone }))).toEqual(
      refuse({ code: "registration-phone-taken" }),
    );
    const form = aForm();
    const people = await Promise.all([anAccount(now), anAccount(now), anAccount(now)]);
    const results = await Promise.all(people.map((person) => fill(person, form)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("is taken back whole while it is not sent, and no longer", async () => {
    const id = await anAccount(now);
    await fill(id, aForm());
    await keepBothPhotos(id);
    expect(await discard(id)).toEqual(ok(null));
    expect(await findRegistrationStep(id)).toBe("identity");
    const sent = await aSentRegistration();
    expect(await discard(sent)).toEqual(refuse({ code: "registration-submitted" }));
  });

  test("goes on in the person's own hands where the office stopped", async () => {
    const id = await anAccount(now);
    await fill(id, aForm());
    expect(await findRegistrationStep(id)).toBe("photo");
    await fillAll({ role: "participant", participantId: id });
    expect(await findRegistrationStep(id)).toBe("review");
  });
});

test("a list of people is filled by the same rules, domicile included, each with everything that is wrong", async () => {
  const sound = aForm({ domicileVillage: "12.75.02.1002", domicileAddress: "Jalan Mawar 1" });
  const nowhere = aForm({ domicileVillage: "12.75.02.9999", domicileAddress: "Jalan Mawar 1" });
  const wrong = aForm({ gender: "male", inEducation: "yes" });
  const verdicts = await byOfficer(async (work) =>
    ok(
      await fillForPeople(work, [sound, nowhere, wrong], (forms) =>
        Promise.all(forms.map(() => anAccount(now))),
      ),
    ),
  );
  if (!verdicts.ok) throw new Error("refused");
  const [first, second, third] = verdicts.value;
  expect(second?.refusals).toEqual([{ code: "registration-domicile-unknown" }]);
  expect(third?.refusals).toEqual([{ code: "nik-gender-differs" }, { code: "registration-in-education" }]);
  expect(first?.refusals).toEqual([]);
  const { domicile, step } = await findRegistrationSummary(first?.participantId as ParticipantId);
  expect({ domicile, step }).toEqual({
    step: "photo",
    domicile: { villageCode: "12.75.02.1002", address: "Jalan Mawar 1" },
  });
});
