import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import {
  findRegisterAnswers,
  findRegisterFacts,
  findVerification,
  isVerified,
} from "#features/verification/queries.ts";
import { attemptVerification } from "#features/verification/use-cases/attempt-verification.ts";
import { settleReviewReaction } from "#features/verification/use-cases/settle-review.ts";
import { startVerificationReaction } from "#features/verification/use-cases/start-verification.ts";
import { addSeconds, type Day, dayInWib } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { announced } from "../../support/events.ts";
import { aSentRegistration, nikWith, now, sendOnceMore } from "./applicants.ts";
import { countQuestions, type Registers, startRegisters, stopRegisters } from "./registers.ts";

let registers: Registers;

beforeAll(async () => {
  registers = await startRegisters();
});
afterAll(() => stopRegisters(registers));

async function aCheckOf(serial?: string): Promise<ParticipantId> {
  const participantId = await aSentRegistration(serial);
  await startVerificationReaction({ participantId });
  return participantId;
}

/** Sends a registration again, with changes, and has it checked. Says who was asked. */
async function sendAgain(
  participantId: ParticipantId,
  changes: Parameters<typeof sendOnceMore>[2],
  at = addSeconds(now, 3600),
): Promise<string[]> {
  await sendOnceMore(participantId, at, changes);
  const before = await countQuestions(registers);
  await startVerificationReaction({ participantId });
  const after = await countQuestions(registers);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

describe("a registration that is checked a second time", () => {
  test("with the same data asks nobody while the answers are young", async () => {
    const participantId = await aCheckOf();
    expect(await sendAgain(participantId, {})).toEqual([]);
    expect(await isVerified(participantId)).toBe(true);
    expect(await announced("verification-finished", participantId)).toHaveLength(2);
  });

  test("with another mother's name asks the population register only", async () => {
    const participantId = await aCheckOf();
    expect(await sendAgain(participantId, { motherNameCipher: encryptField("Siti Aminah") })).toEqual([
      "population",
    ]);
    expect(await isVerified(participantId)).toBe(true);
  });

  test("with another NIK asks everybody", async () => {
    const participantId = await aCheckOf();
    expect(await sendAgain(participantId, { nikCipher: encryptField(nikWith("9977")) })).toHaveLength(6);
  });

  test("after a day asks the blacklist again, and sees who was barred meanwhile", async () => {
    const participantId = await aCheckOf("9978");
    await registers.blacklist.list({ nik: nikWith("9978"), kind: "false-data" });
    expect(await sendAgain(participantId, {})).toEqual([]);
    const row = { participantId_register: { participantId, register: "blacklist" } } as const;
    const askedAt = addSeconds(await programmeNow(), -2 * 86_400);
    await database().registerAnswer.update({
      where: row,
      data: { answeredAt: askedAt, expiresAt: addSeconds(askedAt, 86_400) },
    });
    expect(await sendAgain(participantId, {}, addSeconds(now, 7200))).toEqual(["blacklist"]);
    expect(await findVerification(participantId)).toMatchObject({ reason: "verification-blacklisted" });
  });

  test("changed while a register is thinking is not decided on by the answer to the old question", async () => {
    const participantId = await aSentRegistration();
    await registers.population.fault({ mode: "slow", count: 1 });
    const first = startVerificationReaction({ participantId });
    await expect.poll(async () => database().registerAnswer.count({ where: { participantId } })).toBe(6);
    await sendOnceMore(participantId, addSeconds(now, 3600));
    await startVerificationReaction({ participantId });
    expect(await isVerified(participantId)).toBe(false);
    await first;
    expect(await isVerified(participantId)).toBe(false);
    await attemptVerification(participantId, { now: addSeconds(await programmeNow(), 60) });
    expect(await isVerified(participantId)).toBe(true);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
  });
});

describe("what is kept of the registers", () => {
  test("is told per register, with its age", async () => {
    const participantId = await aCheckOf("9071");
    const answers = await findRegisterAnswers(participantId);
    expect(answers.map(({ register }) => register)).toEqual([
      "population",
      "education",
      "social_aid",
      "occupation",
      "blacklist",
      "priority",
    ]);
    expect(answers[0]).toMatchObject({ attempts: 1, answer: { exists: true, mother: true } });
    expect(answers[2]).toMatchObject({ answer: { entry: { kind: "family-hope", until: null } } });
    for (const { answeredAt, expiresAt } of answers)
      expect(expiresAt?.getTime()).toBeGreaterThan(answeredAt?.getTime() ?? Number.POSITIVE_INFINITY);
  });

  test("is fact for a wave on its day, as long as the entry lasts", async () => {
    const aided = await aCheckOf("9072");
    const laidOff = await aCheckOf("9051");
    const nobody = await aCheckOf();
    const on = (day: string) => findRegisterFacts([aided, laidOff, nobody], day as Day);
    const facts = await on("2026-12-01");
    expect([...facts.keys()]).toEqual([laidOff]);
    expect(facts.get(laidOff)).toEqual({
      participantId: laidOff,
      receivesAid: false,
      priority: true,
      inEducation: false,
      excludedOccupation: false,
      blacklisted: false,
    });
    expect((await on("2025-12-31")).get(aided)).toMatchObject({ receivesAid: true });
  });
});

describe("a member of the staff", () => {
  const statusOf = async (participantId: ParticipantId) => {
    const found = await findVerification(participantId);
    return found && [found.status, found.reason];
  };

  test("settles a doubt in the person's favour", async () => {
    const participantId = await aCheckOf("9009");
    await settleReviewReaction({ participantId, decision: "verified", reason: null });
    await settleReviewReaction({ participantId, decision: "verified", reason: null });
    expect(await statusOf(participantId)).toEqual(["verified", null]);
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "verified", mendable: false },
    ]);
  });

  test.each([
    [null, "verification-review-refused", false],
    ["something of another stage", "verification-review-refused", false],
    ["verification-name-differs", "verification-name-differs", true],
    ["verification-in-education", "verification-in-education", false],
  ])("settles a doubt against the person; %s is told as %s", async (given, reason, mendable) => {
    const participantId = await aSentRegistration();
    await database().verification.create({
      data: { participantId, status: "in_review", reason: "review-name-similar", requestedAt: now },
    });
    await settleReviewReaction({ participantId, decision: "refused", reason: given });
    expect(await statusOf(participantId)).toEqual(["refused", reason]);
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "refused", mendable },
    ]);
  });

  test("accepts an appeal, and what the register had said no longer counts", async () => {
    const participantId = await aCheckOf("9063");
    const today = dayInWib(now);
    expect((await findRegisterFacts([participantId], today)).get(participantId)).toMatchObject({
      inEducation: true,
    });
    await settleReviewReaction({ participantId, decision: "verified", reason: null });
    expect(await statusOf(participantId)).toEqual(["verified", null]);
    expect((await findRegisterFacts([participantId], today)).size).toBe(0);
  });

  test("turns an appeal down, which changes nothing and announces nothing", async () => {
    const participantId = await aCheckOf("9031");
    await settleReviewReaction({ participantId, decision: "refused", reason: null });
    expect(await statusOf(participantId)).toEqual(["refused", "verification-excluded-occupation"]);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
  });

  test("decides nothing about a check that is under way, or about nobody", async () => {
    const participantId = await aSentRegistration();
    await settleReviewReaction({ participantId, decision: "refused", reason: null });
    await database().verification.create({
      data: { participantId, status: "checking", requestedAt: now },
    });
    await settleReviewReaction({ participantId, decision: "refused", reason: null });
    expect(await statusOf(participantId)).toEqual(["checking", null]);
  });

  test("decides once, also when told twice at once", async () => {
    const participantId = await aCheckOf("9052");
    const settle = () => settleReviewReaction({ participantId, decision: "verified", reason: null });
    await Promise.all([settle(), settle()]);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
  });
});

test("who was refused for good cannot mend and send again", async () => {
  const participantId = await aCheckOf("9032");
  await reopenRegistrationReaction({ participantId, status: "refused", mendable: false });
  const { step } = await database().registration.findUniqueOrThrow({ where: { participantId } });
  expect(step).toBe("submitted");
});
