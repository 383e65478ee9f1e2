import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findRegisterProgress, findVerification, isVerified } from "#features/verification/queries.ts";
import { attemptVerification } from "#features/verification/use-cases/attempt-verification.ts";
import { retryVerificationsDue } from "#features/verification/use-cases/retry-verifications.ts";
import { startVerificationReaction } from "#features/verification/use-cases/start-verification.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { aSentRegistration, nikWith, now } from "./applicants.ts";
import {
  countQuestions,
  mendRegisters,
  type RegisterName,
  type Registers,
  startRegisters,
  stopRegisters,
} from "./registers.ts";

let registers: Registers;

beforeAll(async () => {
  registers = await startRegisters();
});
afterEach(() => mendRegisters(registers));
afterAll(() => stopRegisters(registers));

const rowOf = (participantId: ParticipantId) =>
  database().verification.findUniqueOrThrow({ where: { participantId } });

/** The moment of the next round, so that no test waits for it. */
async function whenDue(participantId: ParticipantId): Promise<Date> {
  const { nextAttemptAt } = await rowOf(participantId);
  if (!nextAttemptAt) throw new Error("no round is due");
  return nextAttemptAt;
}

async function whoWaits(participantId: ParticipantId): Promise<string[]> {
  const progress = await findRegisterProgress(participantId);
  return progress.flatMap(({ register, isAnswered }) => (isAnswered ? [] : register));
}

async function expectToWaitFor(participantId: ParticipantId, waiting: readonly string[]): Promise<void> {
  expect(await findVerification(participantId)).toMatchObject({ status: "checking", reason: null });
  expect(await whoWaits(participantId)).toEqual(waiting);
  expect(await announced("verification-finished", participantId)).toEqual([]);
}

const names: readonly [RegisterName, string][] = [
  ["population", "population"],
  ["education", "education"],
  ["social-aid", "social_aid"],
  ["occupation", "occupation"],
  ["blacklist", "blacklist"],
  ["priority", "priority"],
];
const modes = ["error", "timeout-after-effect", "wrong", "duplicate"] as const;
/** Two registers with every fault, the other lists, which are asked the same way, with one. */
const faults = names.flatMap(([name, row], index) =>
  (index < 2 ? modes : modes.slice(0, 1)).map((mode) => [name, mode, row] as const),
);

describe("a register that does not answer well", () => {
  test.each(faults)(
    "%s, %s: the others are done, the person goes on being checked, and only it is asked again",
    async (name, mode, row) => {
      const participantId = await aSentRegistration();
      await registers[name].fault({ mode });
      await startVerificationReaction({ participantId });
      await expectToWaitFor(participantId, [row]);
      await registers[name].fault({ mode: "none" });
      const before = await countQuestions(registers);
      await attemptVerification(participantId, { now: await whenDue(participantId) });
      expect(await rowOf(participantId)).toMatchObject({ status: "verified", attempts: 2 });
      const after = await countQuestions(registers);
      expect(after).toEqual({ ...before, [name]: (before[name] ?? 0) + 1 });
    },
  );

  test("slow ones keep nobody waiting for more than the patience of a call", async () => {
    const participantId = await aSentRegistration();
    await registers.population.fault({ mode: "slow" });
    await registers.blacklist.fault({ mode: "slow" });
    await startVerificationReaction({ participantId });
    await expectToWaitFor(participantId, ["population", "blacklist"]);
    await mendRegisters(registers);
    const due = await whenDue(participantId);
    await retryVerificationsDue(addSeconds(due, -1));
    expect(await rowOf(participantId)).toMatchObject({ status: "checking", attempts: 1 });
    expect(await retryVerificationsDue(due)).toBeGreaterThanOrEqual(1);
    expect(await rowOf(participantId)).toMatchObject({ status: "verified", attempts: 2 });
  });

  test("that stumbles once is asked a second time at once, and nobody notices", async () => {
    const participantId = await aSentRegistration();
    await registers.occupation.fault({ mode: "error", count: 1 });
    await registers.education.fault({ mode: "timeout-after-effect", count: 1 });
    await startVerificationReaction({ participantId });
    expect(await rowOf(participantId)).toMatchObject({ status: "verified", attempts: 1 });
  });

  test("all of them at once: nothing is lost, and the check ends when the last one answers", async () => {
    const participantId = await aSentRegistration();
    for (const register of Object.values(registers)) await register.fault({ mode: "error" });
    await startVerificationReaction({ participantId });
    await expectToWaitFor(
      participantId,
      names.map(([, row]) => row),
    );
    for (const [name, row] of names) {
      expect(await whoWaits(participantId)).toContain(row);
      await registers[name].fault({ mode: "none" });
      await attemptVerification(participantId, { now: addSeconds(await whenDue(participantId), 3600) });
    }
    expect(await isVerified(participantId)).toBe(true);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
  });

  test("for long is asked with longer and longer pauses, while an answer that got old is asked for again", async () => {
    const participantId = await aSentRegistration();
    await registers.education.fault({ mode: "error" });
    await startVerificationReaction({ participantId });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const due = await whenDue(participantId);
      await attemptVerification(participantId, { now: due });
      pauses.push(((await whenDue(participantId)).getTime() - due.getTime()) / 1000);
    }
    expect(pauses).toEqual([...pauses].toSorted((one, other) => one - other));
    expect(pauses[0]).toBeGreaterThanOrEqual(30);
    expect(pauses[2]).toBeGreaterThanOrEqual(120);
    await registers.education.fault({ mode: "none" });
    const before = await countQuestions(registers);
    await attemptVerification(participantId, { now: addSeconds(await whenDue(participantId), 2 * 86_400) });
    expect(await isVerified(participantId)).toBe(true);
    const after = await countQuestions(registers);
    expect(after.blacklist).toBe((before.blacklist ?? 0) + 1);
    expect(after.population).toBe(before.population);
  });
});

describe("a round that breaks off", () => {
  test("after its last answer was kept is finished by the next one, without asking", async () => {
    const participantId = await aSentRegistration();
    await startVerificationReaction({ participantId });
    const { requestedAt } = await rowOf(participantId);
    await database().verification.update({
      where: { participantId },
      data: { status: "checking", nextAttemptAt: requestedAt, checkedAt: null },
    });
    const before = await countQuestions(registers);
    await attemptVerification(participantId);
    expect(await isVerified(participantId)).toBe(true);
    expect(await countQuestions(registers)).toEqual(before);
  });
});

describe("a check that cannot be made", () => {
  test("because the registration says too little stands back, longer and longer", async () => {
    const participantId = await aSentRegistration();
    await database().registration.update({ where: { participantId }, data: { motherNameCipher: null } });
    await startVerificationReaction({ participantId });
    const first = await whenDue(participantId);
    await attemptVerification(participantId, { now: first });
    expect((await whenDue(participantId)).getTime() - first.getTime()).toBeGreaterThanOrEqual(30_000);
    expect(await rowOf(participantId)).toMatchObject({ status: "checking", attempts: 2 });
    await database().verification.delete({ where: { participantId } });
  });

  test("because a field cannot be read keeps nobody else waiting", async () => {
    const [broken, fine] = [await aSentRegistration(), await aSentRegistration()];
    for (const participantId of [broken, fine])
      await database().verification.create({
        data: { participantId, status: "checking", requestedAt: now, nextAttemptAt: new Date(0) },
      });
    await database().registration.update({
      where: { participantId: broken },
      data: { nikCipher: new Uint8Array(40) },
    });
    await retryVerificationsDue(now);
    expect(await isVerified(fine)).toBe(true);
    expect(await findVerification(broken)).toMatchObject({ status: "checking" });
    await database().verification.delete({ where: { participantId: broken } });
  });
});

describe("registers that contradict each other", () => {
  test("an unknown NIK that another list knows is for a member of the staff", async () => {
    const participantId = await aSentRegistration("9951");
    await registers.priority.list({ nik: nikWith("9951"), kind: "laid-off" });
    await registers.population.fault({ mode: "contradict" });
    await startVerificationReaction({ participantId });
    expect(await findVerification(participantId)).toMatchObject({
      status: "in_review",
      reviewReason: "review-registers-contradict",
    });
  });

  test("somebody whom a list calls a soldier in service and another laid off, too", async () => {
    const participantId = await aSentRegistration();
    await registers.occupation.fault({ mode: "contradict" });
    await registers.priority.fault({ mode: "contradict" });
    await startVerificationReaction({ participantId });
    expect(await findVerification(participantId)).toMatchObject({
      reviewReason: "review-registers-contradict",
    });
  });
});
