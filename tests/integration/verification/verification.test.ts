import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import { findRegisterProgress, findVerification, isVerified } from "#features/verification/queries.ts";
import { startVerificationReaction } from "#features/verification/use-cases/start-verification.ts";
import { deadlineAfter } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { addPhotoThat, aSentRegistration, nikWith, sendOnceMore } from "./applicants.ts";
import { countQuestions, type Registers, startRegisters, stopRegisters } from "./registers.ts";

let registers: Registers;

beforeAll(async () => {
  registers = await startRegisters();
});
afterAll(() => stopRegisters(registers));

const rowOf = (participantId: ParticipantId) =>
  database().verification.findUniqueOrThrow({ where: { participantId } });

async function aCheckOf(serial: string): Promise<ParticipantId> {
  const participantId = await aSentRegistration(serial);
  await startVerificationReaction({ participantId });
  return participantId;
}

describe("a registration that was sent", () => {
  test("is being checked from the moment it is sent, before anybody asked a register", async () => {
    const participantId = await aSentRegistration();
    expect(await findVerification(participantId)).toMatchObject({ status: "checking", attempts: 0 });
    expect((await findRegisterProgress(participantId)).map(({ isAnswered }) => isAnswered)).toEqual(
      Array(6).fill(false),
    );
    expect(await isVerified(participantId)).toBe(false);
  });

  test("is verified when nothing speaks against it, and says so once", async () => {
    const participantId = await aSentRegistration();
    await startVerificationReaction({ participantId });
    expect(await isVerified(participantId)).toBe(true);
    expect(await rowOf(participantId)).toMatchObject({
      status: "verified",
      attempts: 1,
      nextAttemptAt: null,
    });
    await startVerificationReaction({ participantId });
    expect((await rowOf(participantId)).attempts).toBe(1);
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "verified", mendable: false },
    ]);
    expect((await findRegisterProgress(participantId)).every(({ isAnswered }) => isAnswered)).toBe(true);
  });

  test.each([
    ["9004", "verification-nik-unknown"],
    ["9005", "verification-name-differs"],
    ["9006", "verification-mother-differs"],
    ["9007", "verification-family-card-differs"],
    ["9008", "verification-birth-date-differs"],
    ["1234", "verification-nik-unknown"],
  ])("with serial %s is refused, to be mended: %s", async (serial, reason) => {
    const participantId = await aCheckOf(serial);
    expect(await findVerification(participantId)).toMatchObject({ status: "refused", reason, bar: null });
    expect(await isVerified(participantId)).toBe(false);
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "refused", mendable: true },
    ]);
  });

  test.each([
    ["9031", "a civil servant", "verification-excluded-occupation"],
    ["9032", "a soldier", "verification-excluded-occupation"],
    ["9041", "on the blacklist", "verification-blacklisted"],
    ["9061", "a pupil", "verification-in-education"],
    ["9063", "a student", "verification-in-education"],
  ])("with serial %s, %s, is refused for good: %s", async (serial, _, reason) => {
    const participantId = await aCheckOf(serial);
    expect(await findVerification(participantId)).toMatchObject({ status: "refused", reason });
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "refused", mendable: false },
    ]);
  });

  test("of somebody on the blacklist tells why, and until when", async () => {
    const participantId = await aSentRegistration("9942");
    await registers.blacklist.list({
      nik: nikWith("9942"),
      kind: "cheating",
      until: "2029-12-31",
    });
    await startVerificationReaction({ participantId });
    expect(await findVerification(participantId)).toMatchObject({
      reason: "verification-blacklisted",
      bar: { kind: "cheating", until: "2029-12-31" },
    });
  });

  test.each([
    ["9033", "left the civil service"],
    ["9042", "is no longer barred"],
    ["9062", "finished university last year"],
    ["9071", "receives aid"],
    ["9051", "was laid off"],
  ])("with serial %s, who %s, is verified", async (serial) => {
    expect(await isVerified(await aCheckOf(serial))).toBe(true);
  });

  test.each([
    ["9009", "review-name-similar"],
    ["9052", "review-registers-contradict"],
  ])("with serial %s waits for a member of the staff: %s", async (serial, reason) => {
    const participantId = await aCheckOf(serial);
    const verification = await findVerification(participantId);
    expect(verification).toMatchObject({ status: "in_review", reason: null, reviewReason: reason });
    expect(verification?.reviewDueAt).toEqual(deadlineAfter(verification?.checkedAt ?? new Date(0), 5));
    expect(await announced("review-wanted", participantId)).toEqual([{ participantId, reason }]);
    expect(await announced("verification-finished", participantId)).toEqual([]);
  });

  test("whose photo and name both seem to be another's waits for a member of the staff", async () => {
    const participantId = await aSentRegistration("9919");
    await registers.population.know({ nik: nikWith("9919"), fullName: "Sari Simulati" });
    await addPhotoThat(participantId, { nik: "differs", name: "agrees", birthDate: "unread" });
    await startVerificationReaction({ participantId });
    expect(await findVerification(participantId)).toMatchObject({ reviewReason: "review-document-differs" });
  });

  test("under an older spelling of the same name is verified", async () => {
    const participantId = await aSentRegistration("9918");
    await registers.population.know({ nik: nikWith("9918"), fullName: "Hj. SARI  Simoelasi, S.Pd." });
    await startVerificationReaction({ participantId });
    expect(await isVerified(participantId)).toBe(true);
  });

  test("is asked about with the least that a register needs, and the answers are kept without the data", async () => {
    const participantId = await aSentRegistration("9917");
    await startVerificationReaction({ participantId });
    const { answer } = await rowOf(participantId);
    expect(answer).toMatchObject({ population: { exists: true, name: "same" }, education: { entry: null } });
    const rows = await database().registerAnswer.findMany({ where: { participantId } });
    const kept = JSON.stringify({ answer, rows });
    for (const secret of [nikWith("9917"), "1275010101159917", "Simulasi", "Siti Rahma"])
      expect(kept).not.toContain(secret);
    expect(new Set(rows.map(({ inputFingerprint }) => String(inputFingerprint)))).toHaveLength(6);
  });

  test("checked by several workers at once is asked about once", async () => {
    const participantId = await aSentRegistration();
    const before = await countQuestions(registers);
    await Promise.all([1, 2, 3].map(() => startVerificationReaction({ participantId })));
    expect((await rowOf(participantId)).attempts).toBe(1);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
    const after = Object.entries(await countQuestions(registers));
    for (const [name, asked] of after) expect(asked).toBe((before[name] ?? 0) + 1);
  });

  test("mended and sent again is checked anew", async () => {
    const participantId = await aSentRegistration("9904");
    await database().verification.create({
      data: {
        participantId,
        status: "refused",
        reason: "verification-name-differs",
        attempts: 1,
        requestedAt: new Date("2026-11-24T02:00:00Z"),
      },
    });
    await reopenRegistrationReaction({ participantId, status: "refused", mendable: true });
    expect(await findVerification(participantId)).toMatchObject({ status: "refused" });
    const later = new Date("2026-11-24T04:00:00Z");
    await sendOnceMore(participantId, later);
    expect(await findVerification(participantId)).toMatchObject({ status: "checking", reason: null });
    await startVerificationReaction({ participantId });
    expect(await rowOf(participantId)).toMatchObject({
      status: "verified",
      reason: null,
      requestedAt: later,
    });
  });
});

describe("the database refuses", () => {
  test.each(["refused", "in_review"] as const)("a check that is %s without a reason", async (status) => {
    const participantId = await aSentRegistration();
    await startVerificationReaction({ participantId });
    await expect(
      database().verification.update({ where: { participantId }, data: { status } }),
    ).rejects.toThrow(/verification_reason/);
  });

  test.each([
    ["an answer without a moment", { answeredAt: null }, /register_answer_whole/],
    ["an answer that never gets old", { expiresAt: null }, /register_answer_whole/],
    ["a question that waits with an answer", { status: "waiting" }, /register_answer_whole/],
    ["an answer that is due to be asked for", { nextAttemptAt: new Date(0) }, /register_answer_whole/],
    ["fewer than no attempts", { attempts: -1 }, /register_answer_attempts/],
    ["an answer to what was never asked", { attempts: 0 }, /register_answer_attempts/],
    ["an answer that was too old at once", { expiresAt: new Date(0) }, /register_answer_age/],
    ["a question without a fingerprint", { inputFingerprint: new Uint8Array(3) }, /register_answer_fingerp/],
  ] as const)("%s", async (_, data, constraint) => {
    const participantId = await aSentRegistration();
    await startVerificationReaction({ participantId });
    await expect(
      database().registerAnswer.update({
        where: { participantId_register: { participantId, register: "education" } },
        data,
      }),
    ).rejects.toThrow(constraint);
  });

  test("a check with fewer than no rounds", async () => {
    const participantId = await aSentRegistration();
    await startVerificationReaction({ participantId });
    await expect(
      database().verification.update({ where: { participantId }, data: { attempts: -1 } }),
    ).rejects.toThrow(/verification_attempts/);
  });
});
