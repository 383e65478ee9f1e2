import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { viewRecipients } from "#features/staff/queries.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { insertAccount, insertEntry, insertWave, publishWave } from "../../../prisma/seed/people.ts";
import { anAdministrator, anApplicantReadyToJoin } from "../../support/people.ts";
import { finishTraining } from "../../support/trainings.ts";

const now = new Date("2026-11-24T03:00:00Z");
let officer: StaffActor;

async function anOfficer(regencyCode?: string): Promise<StaffActor> {
  const email = `dinas-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Petugas" }, { now, role: "officer" });
  const accountId = id as string as AccountId;
  if (regencyCode) await database().officeRegion.create({ data: { accountId, regencyCode } });
  return { role: "officer", accountId, providerSlug: null, platformSlug: null };
}

beforeAll(async () => {
  officer = await anOfficer("12.75");
  const names = [
    "Ani",
    "Budi 100%",
    "Citra",
    ...Array.from({ length: 58 }, (_, index) => `Wati ${100 + index}`),
  ];
  const waveId = await insertWave(800, names.length, now);
  const people = [];
  for (const name of names) {
    const id = await anApplicantReadyToJoin(now, { name });
    await insertEntry(id, waveId, now);
    people.push(id);
  }
  await anApplicantReadyToJoin(now, { name: "Zaki, belum lolos" });
  await publishWave(waveId, people, await anAdministrator(now), now);
  const [ani, budi, citra] = people;
  if (!ani || !budi || !citra) throw new Error("nobody");
  await finishTraining(ani, now);
  await database().membership.create({
    data: { participantId: budi, status: "revoked", since: now, endedAt: now, reason: "x" },
  });
  await database().registration.update({
    where: { participantId: citra },
    data: { regencyCode: "12.71" },
  });
});

describe("a labour office", () => {
  test("sees names and masked NIKs of the recipients of its region, and nothing else", async () => {
    const page = await viewRecipients(officer, {});
    expect(page?.region).toEqual({ code: "12.75", name: expect.stringMatching(/binjai/i) });
    expect(page?.recipients[0]).toEqual({
      participantId: expect.any(String),
      name: "Ani",
      maskedNik: expect.stringMatching(/^127501••••••\d{4}$/),
    });
    const names = page?.recipients.map((recipient) => recipient.name) ?? [];
    expect(names).not.toContain("Citra");
    expect(names).not.toContain("Zaki, belum lolos");
  });

  test("counts them by stage", async () => {
    const page = await viewRecipients(officer, {});
    expect(page?.counts).toEqual({ choosing: 58, training: 0, finished: 1, revoked: 1 });
  });

  test("turns pages by key, in the order of names, without losing or repeating anybody", async () => {
    const first = await viewRecipients(officer, {});
    const second = await viewRecipients(officer, { after: first?.next ?? "" });
    const names = [first, second].flatMap((page) => page?.recipients.map((recipient) => recipient.name));
    expect(first?.recipients).toHaveLength(50);
    expect(second?.next).toBeNull();
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
  });

  test.each([
    ["wati 10", 10],
    ["%", 1],
    ["_", 0],
    ["' OR true --", 0],
  ])("searches a part of a name, and every sign means itself: %s", async (name, count) => {
    expect((await viewRecipients(officer, { name }))?.recipients).toHaveLength(count);
  });

  test("a page that begins with somebody of another region is empty", async () => {
    const citra = await database().registration.findFirstOrThrow({ where: { fullName: "Citra" } });
    expect((await viewRecipients(officer, { after: citra.participantId }))?.recipients).toEqual([]);
  });

  test("leaves an audit row at every look, without a name in it", async () => {
    const dinas = await anOfficer("12.75");
    await viewRecipients(dinas, { name: "Ani" });
    expect(await database().auditEvent.findMany({ where: { actorId: dinas.accountId } })).toMatchObject([
      {
        action: "recipients-viewed",
        actorRole: "officer",
        subject: "region:12.75",
        details: { shown: 1, searched: true },
      },
    ]);
  });

  test("leaves each person shown a line of their own, which they can read", async () => {
    const dinas = await anOfficer("12.75");
    await viewRecipients(dinas, { name: "Budi" });
    const budi = await database().registration.findFirstOrThrow({ where: { fullName: "Budi 100%" } });
    expect(await database().personalDataRead.findMany({ where: { actorId: dinas.accountId } })).toMatchObject(
      [
        {
          participantId: budi.participantId,
          actorRole: "officer",
          purpose: "office-recipients",
          data: ["name", "nik-masked"],
        },
      ],
    );
  });

  test("sees nobody until a region is assigned to it", async () => {
    expect(await viewRecipients(await anOfficer(), {})).toBeNull();
  });
});
