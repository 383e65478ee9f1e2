import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import { submitRegistration } from "#features/registration/use-cases/submit-registration.ts";
import { findVerification, isVerified } from "#features/verification/queries.ts";
import { retryVerificationsDue } from "#features/verification/use-cases/retry-verifications.ts";
import { startVerificationReaction } from "#features/verification/use-cases/start-verification.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { answersOf, aSentRegistration, as } from "../registration/applicants.ts";
import { type Register, startRegister } from "./register.ts";

let register: Register;

beforeAll(async () => {
  register = await startRegister();
  process.env.POPULATION_REGISTER_URL = register.url;
});
afterEach(() => register.fault({ mode: "none" }));
afterAll(() => register.stop());

const rowOf = (participantId: ParticipantId) =>
  database().verification.findUniqueOrThrow({ where: { participantId } });

/** The moment of the next attempt, so that no test waits for it. */
async function whenDue(participantId: ParticipantId): Promise<Date> {
  const { nextAttemptAt } = await rowOf(participantId);
  if (!nextAttemptAt) throw new Error("no attempt is due");
  return nextAttemptAt;
}

describe("a registration that was sent", () => {
  test("is being checked from the moment it is sent, before anybody asked the register", async () => {
    const participantId = await aSentRegistration();
    expect(await findVerification(participantId)).toMatchObject({ status: "checking", attempts: 0 });
    expect(await isVerified(participantId)).toBe(false);
  });

  test("is verified when the register agrees, and says so once", async () => {
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
      { participantId, status: "verified" },
    ]);
  });

  test.each([
    ["9004", "verification-nik-unknown"],
    ["9005", "verification-name-differs"],
    ["9006", "verification-mother-differs"],
    ["9007", "verification-family-card-differs"],
    ["9008", "verification-birth-date-differs"],
    ["1234", "verification-nik-unknown"],
  ])("with serial %s is refused: %s", async (serial, reason) => {
    const participantId = await aSentRegistration(answersOf(serial));
    await startVerificationReaction({ participantId });
    expect(await findVerification(participantId)).toMatchObject({ status: "refused", reason });
    expect(await isVerified(participantId)).toBe(false);
    expect(await announced("verification-finished", participantId)).toEqual([
      { participantId, status: "refused" },
    ]);
  });

  test("keeps of the answer only what agreed, never the data", async () => {
    const answers = answersOf();
    const participantId = await aSentRegistration(answers);
    await startVerificationReaction({ participantId });
    const agreeing = { exists: true, familyCard: true, name: true, birthDate: true, mother: true };
    expect((await rowOf(participantId)).answer).toEqual(agreeing);
  });

  test("checked by several workers at once is asked about once", async () => {
    const participantId = await aSentRegistration();
    await Promise.all([1, 2, 3].map(() => startVerificationReaction({ participantId })));
    expect((await rowOf(participantId)).attempts).toBe(1);
    expect(await announced("verification-finished", participantId)).toHaveLength(1);
  });

  test("mended and sent again is checked anew", async () => {
    const participantId = await aSentRegistration(answersOf("9904"));
    await database().verification.create({
      data: {
        participantId,
        status: "refused",
        reason: "verification-name-differs",
        attempts: 1,
        requestedAt: new Date("2026-11-24T02:00:00Z"),
      },
    });
    await reopenRegistrationReaction({ participantId, status: "refused" });
    expect(await findVerification(participantId)).toMatchObject({ status: "refused" });
    const later = new Date("2026-11-24T04:00:00Z");
    await as({ role: "participant", participantId }, submitRegistration, later);
    expect(await findVerification(participantId)).toMatchObject({ status: "checking", reason: null });
    await startVerificationReaction({ participantId });
    expect(await rowOf(participantId)).toMatchObject({
      status: "verified",
      reason: null,
      requestedAt: later,
    });
  });
});

describe("a register that does not answer well", () => {
  test.each(["error", "timeout-after-effect", "wrong", "duplicate", "slow"] as const)(
    "%s: the person goes on being checked, and is asked about again later",
    async (mode) => {
      const participantId = await aSentRegistration();
      await register.fault({ mode });
      await startVerificationReaction({ participantId });
      expect(await findVerification(participantId)).toMatchObject({ status: "checking", reason: null });
      expect(await announced("verification-finished", participantId)).toEqual([]);
      await register.fault({ mode: "none" });
      const due = await whenDue(participantId);
      await retryVerificationsDue(addSeconds(due, -1));
      expect(await rowOf(participantId)).toMatchObject({ status: "checking", attempts: 1 });
      expect(await retryVerificationsDue(due)).toBe(1);
      expect(await rowOf(participantId)).toMatchObject({ status: "verified", attempts: 2 });
    },
  );

  test("is asked with longer and longer pauses", async () => {
    const participantId = await aSentRegistration();
    await register.fault({ mode: "error" });
    await startVerificationReaction({ participantId });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const due = await whenDue(participantId);
      await retryVerificationsDue(due);
      pauses.push(((await whenDue(participantId)).getTime() - due.getTime()) / 1000);
    }
    expect(pauses).toEqual([...pauses].toSorted((one, other) => one - other));
    expect(pauses[0]).toBeGreaterThanOrEqual(30);
    expect(pauses[2]).toBeGreaterThanOrEqual(120);
    await register.fault({ mode: "none" });
    await retryVerificationsDue(await whenDue(participantId));
    expect(await isVerified(participantId)).toBe(true);
  });
});

test("the database refuses a refusal without a reason", async () => {
  const participantId = await aSentRegistration();
  await startVerificationReaction({ participantId });
  await expect(
    database().verification.update({ where: { participantId }, data: { status: "refused" } }),
  ).rejects.toThrow(/verification_reason/);
});
