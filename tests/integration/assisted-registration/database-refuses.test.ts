import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";
import { anAccount } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");

async function help(changes: Record<string, unknown> = {}) {
  const participantId = await anAccount(now);
  const email = `dinas-${randomUUID().slice(0, 8)}@example.test`;
  const officerId = await insertAccount({ email, name: "Petugas" }, { now, role: "officer" });
  await database().assistedRegistration.create({
    data: {
      participantId,
      officerId,
      regencyCode: "12.75",
      consentVersion: 1,
      consentMethod: "signed_paper",
      consentAt: now,
      deviceRecordId: randomUUID(),
      source: "form",
      createdAt: now,
      ...changes,
    },
  });
  return participantId;
}

const change = (participantId: string, data: Record<string, unknown>) =>
  database().assistedRegistration.update({ where: { participantId }, data });

describe("the record of an office's help", () => {
  test.each([
    ["spoken consent without a witness", { consentMethod: "spoken_with_witness" }],
    ["a witness of a signature", { witnessNameCipher: encryptField("Wati") }],
    ["consent that is given afterwards", { consentAt: addSeconds(now, 1) }],
    ["consent to no text", { consentVersion: 0 }],
    ["a registration sent before it was filled in", { submittedAt: addSeconds(now, -1) }],
  ])("refuses %s", async (_, changes) => {
    await expect(help(changes)).rejects.toThrow(/assisted_registration_/);
  });

  test("refuses the same record of a device twice", async () => {
    const deviceRecordId = randomUUID();
    await help({ deviceRecordId });
    await expect(help({ deviceRecordId })).rejects.toThrow(/Unique constraint/);
  });

  test.each([
    ["officer", { officerId: randomUUID() }],
    ["consent", { consentMethod: "thumbprint" }],
    ["version of the consent", { consentVersion: 2 }],
    ["moment of the consent", { consentAt: addSeconds(now, -60) }],
  ])("never changes its %s", async (_, changes) => {
    const id = await help();
    await expect(change(id, changes)).rejects.toThrow("never changes");
  });

  test("is sent once and taken over once", async () => {
    const id = await help();
    await change(id, { submittedAt: now });
    await change(id, { takenOverAt: addSeconds(now, 60) });
    await expect(change(id, { submittedAt: addSeconds(now, 5) })).rejects.toThrow("never changes");
    await expect(change(id, { takenOverAt: null })).rejects.toThrow("never changes");
  });

  test("goes with a mistake that nobody has used, and stays once it was sent", async () => {
    const [unused, sent] = [await help(), await help({ submittedAt: now })];
    await database().assistedRegistration.delete({ where: { participantId: unused } });
    await expect(database().assistedRegistration.delete({ where: { participantId: sent } })).rejects.toThrow(
      "keeps the record",
    );
  });
});
