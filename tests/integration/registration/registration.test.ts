import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import {
  findAreaPath,
  findAreas,
  findEligibilityFacts,
  findIdentity,
  findRegistrationForm,
  findRegistrationStep,
  findRegistrationSummary,
} from "#features/registration/queries.ts";
import { fillAddress } from "#features/registration/use-cases/fill-address.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { fillSituation } from "#features/registration/use-cases/fill-situation.ts";
import { makeStatements } from "#features/registration/use-cases/make-statements.ts";
import { removeReplacedPhotosDue } from "#features/registration/use-cases/remove-replaced-photos.ts";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import { submitRegistration } from "#features/registration/use-cases/submit-registration.ts";
import type { Day } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
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

describe("the way through the pages", () => {
  test("begins with the identity, goes on page by page, and resumes where it stopped", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    const step = () => findRegistrationStep(sari.participantId);
    expect(await step()).toBe("identity");
    await as(sari, (work) => fillIdentity(work, answers.identity));
    expect(await step()).toBe("personal");
    await as(sari, (work) => fillPersonal(work, answers.personal));
    expect(await step()).toBe("address");
    await as(sari, (work) => fillAddress(work, answers.address));
    expect(await step()).toBe("situation");
    await as(sari, (work) => fillSituation(work, answers.situation));
    expect(await step()).toBe("photo");
    await sendPhoto(sari, `id-card/way-${sari.participantId}`);
    expect(await step()).toBe("selfie");
    await sendPhoto(sari, `selfie/way-${sari.participantId}`, "selfie");
    expect(await step()).toBe("phone");
    await provePhone(sari);
    expect(await step()).toBe("statements");
    await as(sari, (work) => makeStatements(work, answers.statements));
    expect(await step()).toBe("review");
    expect(await as(sari, submitRegistration)).toEqual(ok(null));
    expect(await step()).toBe("submitted");
    expect(await announced("registration-submitted", sari.participantId)).toEqual([
      { participantId: sari.participantId },
    ]);
  });

  test("has no short cut: a later page is locked, by command and by address", async () => {
    const sari = await anApplicant();
    const locked = refuse({ code: "registration-step-locked" });
    const { address, situation, statements } = answersOf();
    expect(await as(sari, (work) => fillAddress(work, address))).toEqual(locked);
    expect(await as(sari, (work) => fillSituation(work, situation))).toEqual(locked);
    expect(await as(sari, (work) => makeStatements(work, statements))).toEqual(locked);
    expect(await sendPhoto(sari, `id-card/early-${sari.participantId}`)).toEqual(locked);
    expect(await as(sari, submitRegistration)).toEqual(refuse({ code: "registration-incomplete" }));
    const form = await findRegistrationForm(sari.participantId, "photo");
    expect(form.elsewhere).toBe("/pendaftaran/identitas");
  });

  test("an earlier page may be changed without losing the place", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    await fillAll(sari, answers);
    const changed = await as(sari, (work) =>
      fillPersonal(work, { ...answers.personal, fullName: "Sari Ayu Simulasi" }),
    );
    expect(changed).toEqual(ok({ step: "review" }));
    expect((await findRegistrationSummary(sari.participantId)).fullName).toBe("Sari Ayu Simulasi");
  });

  test("a sent registration is closed, and sending it again at once is one sending", async () => {
    const sari = await anApplicant();
    await fillAll(sari);
    const results = await Promise.all([1, 2, 3].map(() => as(sari, submitRegistration)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await announced("registration-submitted", sari.participantId)).toHaveLength(1);
    const late = await as(sari, (work) => fillIdentity(work, answersOf().identity));
    expect(late).toEqual(refuse({ code: "registration-submitted" }));
  });

  test("opens again at the review when the register did not agree, and only then", async () => {
    const participantId = await aSentRegistration();
    await reopenRegistrationReaction({ participantId, status: "verified" });
    expect(await findRegistrationStep(participantId)).toBe("submitted");
    await reopenRegistrationReaction({ participantId, status: "refused" });
    await reopenRegistrationReaction({ participantId, status: "refused" });
    expect(await findRegistrationStep(participantId)).toBe("review");
    expect(await as({ role: "participant", participantId }, submitRegistration)).toEqual(ok(null));
  });
});

describe("what identifies a person", () => {
  test("is kept encrypted, found by a keyed hash, and read by its owner", async () => {
    const answers = answersOf();
    const participantId = await aSentRegistration(answers);
    const [row] = await database().$queryRaw<{ text: string }[]>`
      SELECT row_to_json(registration)::text AS text FROM registration WHERE participant_id = ${participantId}::uuid`;
    for (const secret of [
      answers.identity.nik,
      answers.identity.familyCard,
      "Siti Rahma",
      "Jalan Melati",
      answers.personal.phone,
    ]) {
      expect(row?.text).not.toContain(secret);
      expect(row?.text).not.toContain(Buffer.from(secret).toString("hex"));
    }
    expect(await findRegistrationSummary(participantId)).toMatchObject({
      ...answers.identity,
      ...answers.personal,
      villageCode: answers.address.villageCode,
      address: answers.address.address,
      domicile: null,
      ...answers.situation,
      statements: answers.statements,
      submittedAt: now,
    });
    expect(await findIdentity(participantId)).toEqual({
      nik: answers.identity.nik,
      familyCard: answers.identity.familyCard,
      birthDate: answers.identity.birthDate,
      fullName: answers.personal.fullName,
      motherName: answers.personal.motherName,
      phone: answers.personal.phone,
    });
  });

  test("a NIK serves one person, and does not tell whom", async () => {
    const answers = answersOf();
    await aSentRegistration(answers);
    const other = await anApplicant();
    const result = await as(other, (work) => fillIdentity(work, answers.identity));
    expect(result).toEqual(refuse({ code: "nik-registered" }));
    expect(await findRegistrationStep(other.participantId)).toBe("identity");
  });

  test("people with one NIK at once: one is taken, the others are told", async () => {
    const { identity } = answersOf();
    const people = await Promise.all(Array.from({ length: 8 }, anApplicant));
    const results = await Promise.all(people.map((who) => as(who, (work) => fillIdentity(work, identity))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.refusal).toEqual({ code: "nik-registered" });
  });

  test("a phone serves one person", async () => {
    const answers = answersOf();
    await aSentRegistration(answers);
    const other = await anApplicant();
    const own = answersOf();
    await as(other, (work) => fillIdentity(work, own.identity));
    const result = await as(other, (work) =>
      fillPersonal(work, { ...own.personal, phone: answers.personal.phone }),
    );
    expect(result).toEqual(refuse({ code: "registration-phone-taken" }));
  });

  test("the database itself refuses a NIK twice", async () => {
    const participantId = await aSentRegistration();
    const other = await anApplicant();
    await expect(
      database().$executeRaw`
        INSERT INTO registration (participant_id, started_at, updated_at, nik_index)
        SELECT ${other.participantId}::uuid, ${now}, ${now}, nik_index FROM registration
        WHERE participant_id = ${participantId}::uuid`,
    ).rejects.toThrow(/nik_index/);
  });

  test("a NIK of a district that does not exist is refused by the official list", async () => {
    const sari = await anApplicant();
    const { identity } = answersOf();
    const nik = `127599${identity.nik.slice(6)}`;
    const result = await as(sari, (work) => fillIdentity(work, { ...identity, nik }));
    expect(result).toEqual(refuse({ code: "nik-unknown-region" }));
  });

  test("the day of eighteen is counted in WIB", async () => {
    const birthDate = "2008-11-25" as Day;
    const identity = { ...answersOf().identity, nik: "1275016511089399", birthDate };
    const young = await anApplicant();
    const command = (at: string) => as(young, (work) => fillIdentity(work, identity), new Date(at));
    expect(await command("2026-11-24T16:59:59Z")).toEqual(
      refuse({ code: "registration-too-young", age: 18 }),
    );
    expect(await command("2026-11-24T17:00:00Z")).toEqual(ok({ step: "personal" }));
  });
});

describe("lists that are checked", () => {
  test("a village that does not exist is refused; a real one brings its district, regency and province", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    await as(sari, (work) => fillIdentity(work, answers.identity));
    await as(sari, (work) => fillPersonal(work, answers.personal));
    const nowhere = { ...answers.address, villageCode: "12.75.02.9999" };
    expect(await as(sari, (work) => fillAddress(work, nowhere))).toEqual(
      refuse({ code: "registration-village-unknown" }),
    );
    await as(sari, (work) => fillAddress(work, answers.address));
    const row = await database().registration.findUnique({ where: { participantId: sari.participantId } });
    expect(row).toMatchObject({ provinceCode: "12", regencyCode: "12.75", districtCode: "12.75.02" });
    const path = await findAreaPath("12.75.02.1001");
    expect(path.map(({ name }) => name)).toEqual(["Sumatera Utara", "Kota Binjai", "Binjai Kota", "Berngam"]);
    const other = { ...answers.situation, wantedCategory: "sulap" };
    expect(await as(sari, (work) => fillSituation(work, other))).toEqual(
      refuse({ code: "registration-category-unknown" }),
    );
  });

  test("the areas are chosen from the country down to the village", async () => {
    expect(await findAreas(null)).toHaveLength(38);
    expect((await findAreas("12.75")).map(({ name }) => name)).toContain("Binjai Utara");
    expect(await findAreaPath("")).toEqual([]);
    expect(await findAreaPath("semua")).toEqual([]);
  });
});

describe("the photo of the KTP", () => {
  test("lies encrypted", async () => {
    const participantId = await aSentRegistration();
    const { storageKey } = await database().idDocument.findFirstOrThrow({ where: { participantId } });
    expect((await readPrivateFile(storageKey)).slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    const { pathname } = new URL(process.env.STORAGE_URL ?? "");
    const kept = await readFile(`${pathname}/${storageKey}`);
    expect(kept.subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]));
  });

  test("is replaced by a new one, and the old one is removed for good", async () => {
    const sari = await anApplicant();
    await fillAll(sari);
    const old = `id-card/${sari.participantId}`;
    expect(await sendPhoto(sari, `${old}-2`)).toMatchObject({ ok: true, value: { step: "review" } });
    expect(await removeReplacedPhotosDue(now)).toBe(1);
    expect(await removeReplacedPhotosDue(now)).toBe(0);
    await expect(readPrivateFile(old)).rejects.toThrow();
    const kept = await database().idDocument.findMany({
      where: { participantId: sari.participantId, kind: "id_card" },
    });
    expect(kept.map(({ storageKey }) => storageKey)).toEqual([`${old}-2`]);
  });
});

describe("the applicant's statements", () => {
  test.each([
    [{ excludedOccupation: true }, "registration-excluded-occupation"],
    [{ inEducation: true }, "registration-in-education"],
  ])("%o stops the registration", async (changes, code) => {
    const sari = await anApplicant();
    await fillAll(sari);
    const { statements } = answersOf();
    const result = await as(sari, (work) => makeStatements(work, { ...statements, ...changes }));
    expect(result).toEqual(refuse({ code }));
  });

  test("are what selection decides on, of those who sent them", async () => {
    const answers = answersOf();
    const laidOff = { ...answers.statements, employment: "laid-off" as const, otherAid: true };
    const participantId = await aSentRegistration({ ...answers, statements: laidOff });
    const unsent = await anApplicant();
    await fillAll(unsent);
    const facts = await findEligibilityFacts([participantId, unsent.participantId]);
    expect(facts).toEqual([
      {
        participantId,
        birthDate: "2000-05-17",
        nikIndex: expect.any(Uint8Array),
        familyCardIndex: expect.any(Uint8Array),
        excludedOccupation: false,
        inEducation: false,
        otherAid: true,
        priority: true,
      },
    ]);
  });
});
