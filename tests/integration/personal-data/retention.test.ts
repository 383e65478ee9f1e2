import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { eraseUnneededDue } from "#features/personal-data/use-cases/erase-unneeded.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { insertRegistration } from "../../../prisma/seed/people.ts";
import { anAccount, anAdministrator, aPerson, aVerifiedApplicant } from "../../support/people.ts";
import { keepPhoto, now, somebodyKnown } from "./people.ts";

const daysLater = (days: number) => addSeconds(now, days * 86_400);
const where = (participantId: ParticipantId) => ({ where: { participantId } });
const photosOf = (id: ParticipantId) => database().idDocument.count(where(id));

async function somebodyWhoNeverSent(): Promise<ParticipantId> {
  const id = await anAccount(now);
  await insertRegistration(id, aPerson(), now, { step: "situation", submittedAt: null });
  await keepPhoto(id);
  return id;
}

/** What an earlier test left is not due again. */
beforeEach(async () => {
  await database().oneTimeCode.deleteMany();
});

describe("a registration that is never sent", () => {
  test("goes with its photos after 180 days; the account stays, and it is written down without a name", async () => {
    const wati = await somebodyWhoNeverSent();
    await eraseUnneededDue(daysLater(180));
    expect(await database().registration.count(where(wati))).toBe(1);
    expect(await eraseUnneededDue(daysLater(181))).toBeGreaterThan(0);
    expect(await database().registration.count(where(wati))).toBe(0);
    expect(await photosOf(wati)).toBe(0);
    expect(await database().account.count({ where: { id: wati } })).toBe(1);
    expect(await database().auditEvent.findMany({ where: { subject: `participant:${wati}` } })).toMatchObject(
      [{ action: "unsent-registration-erased", details: {} }],
    );
    expect(await eraseUnneededDue(daysLater(181))).toBe(0);
  });

  test("stays while somebody still works on it", async () => {
    const wati = await somebodyWhoNeverSent();
    await database().registration.update({ ...where(wati), data: { updatedAt: daysLater(100) } });
    await eraseUnneededDue(daysLater(200));
    expect(await database().registration.count(where(wati))).toBe(1);
  });
});

describe("the photos of somebody who was decided on", () => {
  test("go after a year; everything else stays", async () => {
    const sari = await aVerifiedApplicant(now);
    await keepPhoto(sari);
    await eraseUnneededDue(daysLater(365));
    expect(await photosOf(sari)).toBe(1);
    await eraseUnneededDue(daysLater(366));
    expect(await photosOf(sari)).toBe(0);
    expect(
      await database().registration.count({ where: { participantId: sari, nikIndex: { not: null } } }),
    ).toBe(1);
  });

  test("stay while somebody of the staff has a case to look at", async () => {
    const sari = await aVerifiedApplicant(now);
    await keepPhoto(sari);
    await database().verification.update({
      ...where(sari),
      data: { status: "refused", reason: "verification-in-education" },
    });
    await database().reviewCase.create({
      data: {
        id: randomUUID(),
        participantId: sari,
        kind: "appeal",
        reason: "verification-in-education",
        openedAt: now,
        dueAt: daysLater(6),
        against: now,
      },
    });
    await eraseUnneededDue(daysLater(400));
    expect(await photosOf(sari)).toBe(1);
  });

  test("stay while the check goes on", async () => {
    const sari = await aVerifiedApplicant(now);
    await keepPhoto(sari);
    await database().verification.update({ ...where(sari), data: { status: "checking" } });
    await eraseUnneededDue(daysLater(400));
    expect(await photosOf(sari)).toBe(1);
  });
});

test("the words of a review go a year after the decision; the decision stays", async () => {
  const sari = await aVerifiedApplicant(now);
  const by = await anAdministrator(now);
  const id = randomUUID();
  const decided = {
    assignedTo: by,
    assignedAt: now,
    decidedBy: by,
    decidedAt: now,
    decision: "verified",
  } as const;
  await database().reviewCase.create({
    data: {
      id,
      participantId: sari,
      kind: "first",
      reason: "review-name-similar",
      openedAt: now,
      dueAt: daysLater(3),
      noteCipher: encryptField("KTP jelas"),
      ...decided,
    },
  });
  await eraseUnneededDue(daysLater(365));
  expect((await database().reviewCase.findUniqueOrThrow({ where: { id } })).noteCipher).not.toBeNull();
  await eraseUnneededDue(daysLater(366));
  expect(await database().reviewCase.findUniqueOrThrow({ where: { id } })).toMatchObject({
    noteCipher: null,
    decision: "verified",
    decidedBy: by,
  });
});

test("where codes went is forgotten after thirty days", async () => {
  const sari = await somebodyKnown();
  await eraseUnneededDue(daysLater(30));
  expect(await database().oneTimeCode.count({ where: { holderId: sari } })).toBe(1);
  await eraseUnneededDue(daysLater(31));
  expect(await database().oneTimeCode.count({ where: { holderId: sari } })).toBe(0);
});
