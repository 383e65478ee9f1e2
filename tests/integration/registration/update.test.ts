import { describe, expect, test } from "vitest";
import type { ParticipantActor } from "#authorization/actor.ts";
import {
  findIdentity,
  findRegistrationForm,
  findRegistrationStep,
  findRegistrationSummary,
  findSubmittedAt,
} from "#features/registration/queries.ts";
import { changePhone } from "#features/registration/use-cases/change-phone.ts";
import { fillAddress } from "#features/registration/use-cases/fill-address.ts";
import { fillDomicile } from "#features/registration/use-cases/fill-domicile.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { fillSituation } from "#features/registration/use-cases/fill-situation.ts";
import { makeStatements } from "#features/registration/use-cases/make-statements.ts";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import { submitRegistration } from "#features/registration/use-cases/submit-registration.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import {
  anApplicant,
  answersOf,
  aSentRegistration,
  as,
  fillAll,
  now,
  provePhone,
  sendPhoto,
} from "./applicants.ts";

async function someoneWhoSent(answers = answersOf()): Promise<ParticipantActor> {
  return { role: "participant", participantId: await aSentRegistration(answers) };
}

/** The last announcement of a registration that was sent, or changed after it. */
async function lastTold({ participantId }: ParticipantActor): Promise<unknown> {
  return (await announced("registration-submitted", participantId)).at(-1);
}

describe("a registration that was sent", () => {
  test("takes a new address, and says so without being sent again", async () => {
    const sari = await someoneWhoSent();
    const moved = { villageCode: "12.75.02.1002", address: "Jalan Mawar 1", domicile: "same" as const };
    expect(await as(sari, (work) => fillAddress(work, moved))).toEqual(
      ok({ step: "submitted", livesElsewhere: false }),
    );
    expect(await findRegistrationSummary(sari.participantId)).toMatchObject({
      step: "submitted",
      villageCode: "12.75.02.1002",
      address: "Jalan Mawar 1",
    });
    expect(await findSubmittedAt(sari.participantId)).toEqual(now);
    expect(await lastTold(sari)).toEqual({ participantId: sari.participantId, changed: ["contact"] });
  });

  test("takes another situation and other statements, each told by its name", async () => {
    const answers = answersOf();
    const sari = await someoneWhoSent(answers);
    const situation = { ...answers.situation, employment: "laid-off" };
    expect(await as(sari, (work) => fillSituation(work, situation))).toEqual(ok({ step: "submitted" }));
    expect(await lastTold(sari)).toMatchObject({ changed: ["situation"] });
    const statements = { ...answers.statements, otherAid: true };
    expect(await as(sari, (work) => makeStatements(work, statements))).toEqual(ok({ step: "submitted" }));
    expect(await lastTold(sari)).toMatchObject({ changed: ["statements"] });
    expect(await as(sari, (work) => makeStatements(work, { ...statements, inEducation: true }))).toEqual(
      refuse({ code: "registration-in-education" }),
    );
  });

  test("takes another phone, which has to be proven", async () => {
    const sari = await someoneWhoSent();
    const { phone } = answersOf().personal;
    expect(await as(sari, (work) => changePhone(work, { phone }))).toEqual(ok({ step: "submitted" }));
    expect(await findRegistrationSummary(sari.participantId)).toMatchObject({ phone, phoneVerifiedAt: null });
    expect(await provePhone(sari, addSeconds(now, 90))).toEqual(ok({ step: "submitted" }));
    expect((await findRegistrationSummary(sari.participantId)).phoneVerifiedAt).not.toBeNull();
  });

  test("says nothing when the same answers are saved again", async () => {
    const answers = answersOf();
    const sari = await someoneWhoSent(answers);
    await as(sari, (work) => fillAddress(work, answers.address));
    await as(sari, (work) => fillSituation(work, answers.situation));
    await as(sari, (work) => makeStatements(work, answers.statements));
    expect(await announced("registration-submitted", sari.participantId)).toHaveLength(1);
  });

  test("keeps who somebody is, and says where to go with a mistake", async () => {
    const answers = answersOf();
    const sari = await someoneWhoSent(answers);
    const closed = refuse({ code: "registration-submitted" });
    expect(await as(sari, (work) => fillIdentity(work, answers.identity))).toEqual(closed);
    expect(await as(sari, (work) => fillPersonal(work, answers.personal))).toEqual(closed);
    expect(await sendPhoto(sari, `selfie/late-${sari.participantId}`, "selfie")).toEqual(closed);
    for (const page of ["identity", "personal", "photo", "selfie", "review"] as const)
      expect((await findRegistrationForm(sari.participantId, page)).elsewhere).toBe("/verifikasi");
    for (const page of ["address", "situation", "phone", "statements"] as const)
      expect((await findRegistrationForm(sari.participantId, page)).elsewhere).toBeNull();
  });

  test("that the register did not agree with opens whole, and tells what was mended when it is sent", async () => {
    const answers = answersOf();
    const sari = await someoneWhoSent(answers);
    await reopenRegistrationReaction({ participantId: sari.participantId, status: "refused" });
    const name = { ...answers.personal, fullName: "Sari Ayu Simulasi" };
    await as(sari, (work) => fillPersonal(work, name));
    await as(sari, (work) => fillPersonal(work, name));
    await sendPhoto(sari, `id-card/again-${sari.participantId}`);
    expect(await announced("registration-submitted", sari.participantId)).toHaveLength(1);
    expect(await as(sari, submitRegistration, addSeconds(now, 600))).toEqual(ok(null));
    expect(await lastTold(sari)).toEqual({
      participantId: sari.participantId,
      changed: ["name", "documents"],
    });
  });

  test("that only somebody of the staff can settle stays closed", async () => {
    const sari = await someoneWhoSent();
    await reopenRegistrationReaction({
      participantId: sari.participantId,
      status: "refused",
      mendable: false,
    });
    expect(await findRegistrationStep(sari.participantId)).toBe("submitted");
  });
});

describe("where somebody lives", () => {
  const elsewhere = { domicileVillage: "12.75.02.1002", domicileAddress: "Jalan Mawar 1" };

  test("is asked after the address of the KTP when it is elsewhere, and the step waits for it", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    await as(sari, (work) => fillIdentity(work, answers.identity));
    await as(sari, (work) => fillPersonal(work, answers.personal));
    expect(await as(sari, (work) => fillDomicile(work, elsewhere))).toEqual(
      refuse({ code: "registration-step-locked" }),
    );
    const other = { ...answers.address, domicile: "other" as const };
    expect(await as(sari, (work) => fillAddress(work, other))).toEqual(
      ok({ step: "address", livesElsewhere: true }),
    );
    expect(await findRegistrationStep(sari.participantId)).toBe("address");
    const nowhere = { ...elsewhere, domicileVillage: "12.75.02.9999" };
    expect(await as(sari, (work) => fillDomicile(work, nowhere))).toEqual(
      refuse({ code: "registration-domicile-unknown" }),
    );
    expect(await as(sari, (work) => fillDomicile(work, elsewhere))).toEqual(ok({ step: "situation" }));
    expect((await findRegistrationSummary(sari.participantId)).domicile).toEqual({
      villageCode: "12.75.02.1002",
      address: "Jalan Mawar 1",
    });
  });

  test("is forgotten when the person moves to the address of the KTP", async () => {
    const answers = answersOf();
    const sari = await someoneWhoSent(answers);
    await as(sari, (work) => fillDomicile(work, elsewhere));
    expect(await lastTold(sari)).toMatchObject({ changed: ["contact"] });
    await as(sari, (work) => fillAddress(work, answers.address));
    expect((await findRegistrationSummary(sari.participantId)).domicile).toBeNull();
  });

  test("is kept encrypted", async () => {
    const sari = await someoneWhoSent();
    await as(sari, (work) => fillDomicile(work, elsewhere));
    const [row] = await database().$queryRaw<{ text: string }[]>`
      SELECT row_to_json(registration)::text AS text FROM registration
      WHERE participant_id = ${sari.participantId}::uuid`;
    expect(row?.text).not.toContain("Mawar");
  });
});

describe("one person at two devices", () => {
  test("goes on at the second where the first stopped, with everything that was typed", async () => {
    const phone = await anApplicant();
    const answers = answersOf();
    await as(phone, (work) => fillIdentity(work, answers.identity));
    await as(phone, (work) => fillPersonal(work, answers.personal));
    const laptop: ParticipantActor = { ...phone };
    const { summary, elsewhere } = await findRegistrationForm(laptop.participantId, "address");
    expect(elsewhere).toBeNull();
    expect(summary).toMatchObject({ ...answers.identity, ...answers.personal });
    expect(await as(laptop, (work) => fillAddress(work, answers.address))).toMatchObject({ ok: true });
    expect((await findRegistrationForm(phone.participantId, "situation")).elsewhere).toBeNull();
  });

  test("saves on both at once, and neither takes the other's answers away", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    await fillAll(sari, answers);
    const results = await Promise.all([
      as(sari, (work) => fillPersonal(work, { ...answers.personal, birthPlace: "Medan" })),
      as(sari, (work) => fillSituation(work, { ...answers.situation, dependants: 3 })),
    ]);
    expect(results).toEqual([ok({ step: "review" }), ok({ step: "review" })]);
    expect(await findRegistrationSummary(sari.participantId)).toMatchObject({
      birthPlace: "Medan",
      dependants: 3,
    });
  });
});

test("somebody without a phone, helped by an office, can still be asked about", async () => {
  const sari = await someoneWhoSent();
  await database().registration.update({
    where: { participantId: sari.participantId },
    data: { phoneCipher: null, phoneIndex: null, phoneVerifiedAt: null },
  });
  expect(await findIdentity(sari.participantId)).toMatchObject({ fullName: "Sari Simulasi", phone: null });
});

test("the database itself refuses half a domicile, and changes that nobody knows", async () => {
  const { participantId } = await someoneWhoSent();
  const half = database().$executeRaw`
    UPDATE registration SET domicile_village = '12.75.02.1002' WHERE participant_id = ${participantId}::uuid`;
  await expect(half).rejects.toThrow(/registration_domicile_whole/);
  const unknown = database().$executeRaw`
    UPDATE registration SET changes = ARRAY['horoscope'] WHERE participant_id = ${participantId}::uuid`;
  await expect(unknown).rejects.toThrow(/registration_changes_known/);
});
