import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { anAccount } from "../../support/people.ts";
import { aReviewer, fillInFor, now } from "./reviewers.ts";

const later = addSeconds(now, 3_600);
const rina = (await aReviewer()).accountId;
const budi = await aReviewer();

const taken = { assignedTo: rina, assignedAt: now } as const;
const refused = {
  ...taken,
  decision: "refused",
  decisionReason: "verification-name-differs",
  decidedBy: rina,
  decidedAt: later,
} as const;
const verified = { ...refused, decision: "verified", decisionReason: null } as const;
const appealing = {
  kind: "appeal",
  against: now,
  statementCipher: encryptField("Saya sudah lulus."),
} as const;

async function insert(changes: Record<string, unknown> = {}) {
  const participantId = changes.participantId ?? (await anAccount(now));
  const id = randomUUID();
  const reason = "review-name-similar";
  const data = { id, kind: "first", reason, openedAt: now, dueAt: later, ...changes, participantId };
  await database().reviewCase.create({ data: data as never });
  return { id, participantId: participantId as Awaited<ReturnType<typeof anAccount>> };
}

const change = (id: string, data: Record<string, unknown>) =>
  database().reviewCase.update({ where: { id }, data });

describe("a case of the review", () => {
  test.each([
    ["is open", {}],
    ["is taken", taken],
    ["was decided for the person", verified],
    ["was decided against them, for a reason", refused],
    ["is an appeal", appealing],
  ])("that %s is kept", async (_, changes) => {
    await expect(insert(changes)).resolves.toBeDefined();
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ["taken by nobody", { assignedAt: now }, /review_case_assigned_whole/],
    ["taken at no moment", { assignedTo: rina }, /review_case_assigned_whole/],
    ["decided by nobody", { ...verified, decidedBy: null }, /review_case_decided/],
    ["decided at no moment", { ...verified, decidedAt: null }, /review_case_decided_whole/],
    ["decided by somebody who has not taken it", { ...verified, decidedBy: budi.accountId }, /by_assigned/],
    [
      "decided though nobody has taken it",
      { ...verified, assignedTo: null, assignedAt: null },
      /by_assigned/,
    ],
    ["refused without a reason", { ...refused, decisionReason: null }, /review_case_decided_whole/],
    ["verified for a reason", { ...verified, decisionReason: "because" }, /review_case_decided_whole/],
    ["with a note on no decision", { noteCipher: encryptField("?") }, /review_case_decided_whole/],
    ["due before it is opened", { dueAt: now }, /review_case_times/],
    ["taken before it is opened", { ...taken, assignedAt: addSeconds(now, -1) }, /review_case_times/],
    ["decided before it is taken", { ...verified, decidedAt: addSeconds(now, -1) }, /review_case_times/],
    ["appealing against nothing", { ...appealing, against: null }, /review_case_kind/],
    ["with a person's words that is no appeal", { statementCipher: encryptField("?") }, /review_case_kind/],
    ["of a person who is unknown", { participantId: randomUUID() }, /participant_id_fkey|Foreign key/],
  ])("is never %s", async (_, changes, rule) => {
    await expect(insert(changes)).rejects.toThrow(rule);
  });

  test("is the person's only open one, and the next may be opened when it is decided", async () => {
    const { id, participantId } = await insert();
    await expect(insert({ participantId })).rejects.toThrow(/Unique constraint/);
    await change(id, verified);
    await expect(insert({ participantId })).resolves.toBeDefined();
  });

  test("appeals once against one refusal", async () => {
    const { id, participantId } = await insert(appealing);
    await change(id, refused);
    await expect(insert({ ...appealing, participantId })).rejects.toThrow(/Unique constraint/);
    await expect(insert({ ...appealing, against: later, participantId })).resolves.toBeDefined();
  });

  test("stays its person's, of its kind and against what it was", async () => {
    const { id } = await insert(appealing);
    const other = await anAccount(now);
    await expect(change(id, { participantId: other })).rejects.toThrow("stays its person");
    await expect(change(id, { against: later })).rejects.toThrow("stays its person");
    const first = await insert();
    await expect(change(first.id, appealing)).rejects.toThrow("stays its person");
  });
});

describe("a decision", () => {
  test.each([
    ["outcome", { decision: "verified", decisionReason: null }],
    ["reason", { decisionReason: "verification-mother-differs" }],
    ["moment", { decidedAt: addSeconds(later, 1) }],
    ["author", { assignedTo: budi.accountId, decidedBy: budi.accountId }],
    ["note", { noteCipher: encryptField("Lain") }],
    [
      "case, which is not opened again",
      { decision: null, decisionReason: null, decidedBy: null, decidedAt: null },
    ],
  ])("never changes its %s", async (_, changes) => {
    const { id } = await insert(refused);
    await expect(change(id, changes)).rejects.toThrow("a decision never changes");
  });

  test("is never removed, alone or with all others", async () => {
    const { id } = await insert(refused);
    const removed = database().reviewCase.delete({ where: { id } });
    await expect(removed).rejects.toThrow("a decision never changes");
    await expect(database().$executeRaw`TRUNCATE review_case CASCADE`).rejects.toThrow("only grows");
  });

  test("keeps its words only as long as somebody needs them, and only upkeep empties them", async () => {
    const { id } = await insert({ ...refused, noteCipher: encryptField("Foto buram") });
    const empty = { noteCipher: null };
    const upkeep = (data: Record<string, unknown>) =>
      database().$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('portal.upkeep', 'on', true)`;
        return tx.reviewCase.update({ where: { id }, data });
      });
    await expect(change(id, empty)).rejects.toThrow("a decision never changes");
    await expect(upkeep({ decisionReason: "verification-mother-differs" })).rejects.toThrow("never changes");
    await expect(upkeep(empty)).resolves.toMatchObject({ noteCipher: null, decision: "refused" });
  });
});

describe("fresh eyes", () => {
  test("an appeal is taken and decided by somebody else than the refusal", async () => {
    const { id: previousCaseId, participantId } = await insert(refused);
    const { id } = await insert({ ...appealing, participantId, previousCaseId });
    await expect(change(id, taken)).rejects.toThrow("decided by somebody else");
    await expect(change(id, refused)).rejects.toThrow("decided by somebody else");
    const other = { assignedTo: budi.accountId, decidedBy: budi.accountId };
    await expect(change(id, { ...verified, ...other })).resolves.toMatchObject({ decision: "verified" });
  });

  test("nobody takes or decides what they filled in themselves", async () => {
    const { id, participantId } = await insert();
    await fillInFor(participantId, budi);
    const his = { assignedTo: budi.accountId, assignedAt: now };
    await expect(change(id, his)).rejects.toThrow("filled in themselves");
    const decided = { ...verified, ...his, decidedBy: budi.accountId };
    await expect(change(id, decided)).rejects.toThrow("filled in themselves");
    await expect(change(id, verified)).resolves.toMatchObject({ decidedBy: rina });
  });
});
