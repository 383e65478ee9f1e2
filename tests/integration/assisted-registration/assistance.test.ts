import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { takeRecord } from "#features/assisted-registration/actions/take-record.ts";
import { viewPhoto } from "#features/assisted-registration/queries/photo.ts";
import {
  findHelper,
  officerMark,
  viewAssisted,
  viewAssistedCase,
} from "#features/assisted-registration/queries.ts";
import { submitAssisted } from "#features/assisted-registration/use-cases/submit-assisted.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { addPhoto, addPhotos, anOfficer, as, assist, assisted, now, typed } from "./office.ts";

let officer: StaffActor;
let neighbour: StaffActor;

beforeAll(async () => {
  officer = await anOfficer();
  neighbour = await anOfficer("12.71");
});

describe("an officer types for a person who agreed", () => {
  test("account without a password, form and consent come together", async () => {
    const fields = typed({ consentMethod: "spoken_with_witness", witnessName: "Wati Saksi" });
    const id = await assisted(officer, fields);
    const account = await database().account.findUniqueOrThrow({ where: { id } });
    expect(account).toMatchObject({ passwordHash: null, email: null, role: "participant" });
    const registration = await database().registration.findUniqueOrThrow({ where: { participantId: id } });
    expect(registration).toMatchObject({ fullName: "Sari Simulasi", regencyCode: "12.75", step: "photo" });
    const row = await database().assistedRegistration.findUniqueOrThrow({ where: { participantId: id } });
    expect(row).toMatchObject({
      officerId: officer.accountId,
      regencyCode: "12.75",
      consentVersion: 1,
      consentMethod: "spoken_with_witness",
      consentAt: now,
      source: "form",
      deviceRecordId: null,
    });
    expect(decryptField(row.witnessNameCipher ?? new Uint8Array())).toBe("Wati Saksi");
  });

  test("leaves an audit row with no personal data in it", async () => {
    const id = await assisted(officer);
    const rows = await database().auditEvent.findMany({ where: { subject: `participant:${id}` } });
    expect(rows).toMatchObject([
      {
        action: "registration-assisted",
        actorId: officer.accountId,
        details: { region: "12.75", consent: "signed_paper", waited: false },
      },
    ]);
  });

  test.each([
    ["an address in another region", { villageCode: "12.71.01.1001" }, "assist-other-region"],
    ["an excluded occupation", { excludedOccupation: "yes" }, "registration-excluded-occupation"],
    ["a birth date that the NIK does not say", { "birthDate-day": "18" }, "nik-birth-date-differs"],
  ])("%s is refused, and nothing is left behind", async (_, changes, code) => {
    const before = await database().account.count();
    expect(await assist(officer, typed(changes))).toMatchObject({ ok: false, refusal: { code } });
    expect(await database().account.count()).toBe(before);
  });

  test("an office without a region helps nobody", async () => {
    const refused = { ok: false, refusal: { code: "assist-no-region" } };
    expect(await assist(await anOfficer(null))).toMatchObject(refused);
  });

  test("a NIK that is registered says no more than that", async () => {
    const fields = typed();
    await assisted(officer, fields);
    expect(await assist(officer, fields)).toEqual({ ok: false, refusal: { code: "nik-registered" } });
  });

  test("a phone that has an account is refused without saying whose", async () => {
    const phone = "081277771111";
    await assisted(officer, typed({ phone }));
    expect(await assist(officer, typed({ phone }))).toEqual({
      ok: false,
      refusal: { code: "account-contact-taken" },
    });
  });

  test("the same person typed twice at once is one person", async () => {
    const fields = typed();
    const results = await Promise.allSettled([assist(officer, fields), assist(officer, fields)]);
    const taken = results.filter((result) => result.status === "fulfilled" && result.value.ok);
    expect(taken).toHaveLength(1);
  });
});

describe("a form from an officer's device", () => {
  const record = (fields: Record<string, string>, changes: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    officer: officerMark(officer.accountId),
    savedAt: addSeconds(new Date(), -3_600).toISOString(),
    fields,
    ...changes,
  });

  test("is taken once, however often it comes, and says so each time", async () => {
    const sent = record(typed());
    const answers = await Promise.all([1, 2, 3].map(() => takeRecord(officer, sent, "id")));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { state: "taken" } });
    expect(await database().assistedRegistration.count({ where: { deviceRecordId: sent.id } })).toBe(1);
  });

  test("counts the consent from the moment it was given", async () => {
    const sent = record(typed());
    await takeRecord(officer, sent, "id");
    const row = await database().assistedRegistration.findUniqueOrThrow({
      where: { deviceRecordId: sent.id },
    });
    expect(row.consentAt.toISOString()).toBe(sent.savedAt);
  });

  test("is refused with sentences at the fields, and taken corrected under the same id", async () => {
    const fields = typed();
    const sent = record({ ...fields, nik: "1234", consentGiven: "" });
    expect(await takeRecord(officer, sent, "id")).toMatchObject({
      status: 200,
      body: { state: "refused", fieldErrors: { consentGiven: expect.stringContaining("persetujuan") } },
    });
    const half = { ...sent, fields: { ...fields, nik: "1234" } };
    expect(await takeRecord(officer, half, "en")).toMatchObject({
      body: { state: "refused", fieldErrors: { nik: expect.stringContaining("16") } },
    });
    expect(await takeRecord(officer, { ...sent, fields }, "id")).toMatchObject({ body: { state: "taken" } });
  });

  test("that was taken once stays as it was, whatever comes later under its id", async () => {
    const sent = record(typed());
    const first = await takeRecord(officer, sent, "id");
    const other = { ...sent, fields: { ...typed(), fullName: "Orang Lain" } };
    expect(await takeRecord(officer, other, "id")).toEqual(first);
  });

  test.each([
    ["of another officer waits", { officer: "somebody else" }, 409],
    ["without an id of its own is refused", { id: "1" }, 200],
  ])("%s", async (_, changes, status) => {
    const answer = await takeRecord(officer, record(typed(), changes), "id");
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatchObject({ state: "taken" });
  });

  test("with a consent text that never was is refused", async () => {
    const answer = await takeRecord(officer, record(typed({ consentVersion: "9" })), "id");
    expect(answer.body).toMatchObject({
      state: "refused",
      fieldErrors: { consentVersion: expect.any(String) },
    });
  });
});

describe("photos and sending", () => {
  test("the office adds both photos, sends once, and then sees a name, a masked NIK and a status", async () => {
    const id = await assisted(officer);
    const early = await as(officer, (work) => submitAssisted(work, { participantId: id }));
    expect(early).toMatchObject({ ok: false, refusal: { code: "registration-incomplete" } });
    expect(await viewAssistedCase(officer, id)).toMatchObject({ status: "photos-missing", isOpen: true });
    await addPhotos(officer, id);
    const photos = { id_card: true, selfie: true };
    expect(await viewAssistedCase(officer, id)).toMatchObject({ status: "draft", photos });
    expect((await viewPhoto(officer, id, "selfie"))?.byteLength).toBeGreaterThan(1_000);
    const look = { participantId: id, data: { equals: ["selfie"] } };
    expect(await database().personalDataRead.count({ where: look })).toBe(1);
    const sent = await as(officer, (work) => submitAssisted(work, { participantId: id }));
    expect(sent.ok).toBe(true);

    expect(await viewPhoto(officer, id, "id_card")).toBeNull();
    expect(await viewAssistedCase(officer, id)).toMatchObject({
      name: "Sari Simulasi",
      maskedNik: expect.stringMatching(/^127501••••••\d{4}$/),
      status: "submitted",
      isOpen: false,
      photos: { id_card: false, selfie: false },
    });
    const closed = { ok: false, refusal: { code: "assist-closed" } };
    expect(await addPhoto(officer, id)).toEqual(closed);
    expect(await as(officer, (work) => submitAssisted(work, { participantId: id }))).toEqual(closed);
  });

  test("a registration that comes back to be mended stays closed to the office", async () => {
    const id = await assisted(officer);
    await addPhotos(officer, id);
    await as(officer, (work) => submitAssisted(work, { participantId: id }));
    await database().registration.update({
      where: { participantId: id },
      data: { step: "statements", submittedAt: null },
    });
    expect(await viewPhoto(officer, id, "id_card")).toBeNull();
  });

  test("two officers who send at once send once", async () => {
    const id = await assisted(officer);
    await addPhotos(officer, id);
    const colleague = await anOfficer();
    const results = await Promise.all(
      [officer, colleague].map((who) => as(who, (work) => submitAssisted(work, { participantId: id }))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("an office of another region finds nobody", async () => {
    const id = await assisted(officer);
    expect(await viewAssistedCase(neighbour, id)).toBeNull();
    await addPhoto(officer, id);
    expect(await viewPhoto(neighbour, id, "id_card")).toBeNull();
    expect(await addPhoto(neighbour, id)).toEqual({ ok: false, refusal: { code: "assist-unknown" } });
  });
});

describe("the list of the region", () => {
  test("pages by key, the newest first, and writes every look down with each person", async () => {
    const dinas = await anOfficer("12.05");
    const village = await database().area.findFirstOrThrow({ where: { code: { startsWith: "12.05.01." } } });
    const people: string[] = [];
    for (let index = 0; index < 53; index += 1) {
      const fields = typed({ villageCode: village.code });
      people.push(await assisted(dinas, fields, addSeconds(now, index)));
    }
    const first = await viewAssisted(dinas);
    const second = await viewAssisted(dinas, first?.next ?? "");
    const seen = [first, second].flatMap((page) => page?.people.map(({ participantId }) => participantId));
    expect(first?.people).toHaveLength(50);
    expect(second?.next).toBeNull();
    expect(seen).toEqual(people.toReversed());
    const reads = await database().personalDataRead.findMany({ where: { actorId: dinas.accountId } });
    expect(reads).toHaveLength(53);
    expect(reads[0]).toMatchObject({ purpose: "office-assistance", data: ["name", "nik-masked"] });
  });

  test("shows nobody of another region, and nothing to an office without one", async () => {
    const id = await assisted(officer);
    const page = await viewAssisted(neighbour);
    expect(page?.people.map(({ participantId }) => participantId)).not.toContain(id);
    expect(await viewAssisted(await anOfficer(null))).toBeNull();
  });
});

test("a registration says for ever who filled it in, and one of a person alone says nothing", async () => {
  const id = await assisted(officer);
  expect(await findHelper(id)).toEqual({ office: expect.stringMatching(/binjai/i), at: now });
  expect(await findHelper(randomUUID() as typeof id)).toBeNull();
});
