import { describe, expect, test } from "vitest";
import { settleReviewReaction } from "#features/verification/use-cases/settle-review.ts";
import { viewCase } from "#features/verification-review/queries/case.ts";
import { findAppeal } from "#features/verification-review/queries.ts";
import { decideCase } from "#features/verification-review/use-cases/decide-case.ts";
import { fileAppeal } from "#features/verification-review/use-cases/file-appeal.ts";
import { takeCase } from "#features/verification-review/use-cases/take-case.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { aDoubt, aPersonWhoseCheck, aReviewer, as, now, openCaseOf } from "./reviewers.ts";

const rina = await aReviewer();
const budi = await aReviewer();
const words = "Saya sudah lulus pada bulan Juni dan tidak kuliah lagi.";
const refusedFor = (code: string) => ({ ok: false, refusal: { code } });

const appeal = (participantId: ParticipantId, at = addSeconds(now, 60)) =>
  inOneTransaction({ role: "participant", participantId }, (work) => fileAppeal(work, { statement: words }), {
    now: at,
  });
const take = (caseId: string, who = rina, at = addSeconds(now, 120)) =>
  as(who, (work) => takeCase(work, { caseId }), at);
const decide = (caseId: string, decision: "verified" | "refused", who = rina, at = addSeconds(now, 180)) => {
  const reason = decision === "refused" ? "verification-review-refused" : null;
  return as(who, (work) => decideCase(work, { caseId, decision, reason, note: null }), at);
};
const checkOf = (participantId: ParticipantId) =>
  database().verification.findUniqueOrThrow({ where: { participantId } });

const aStudent = () => aPersonWhoseCheck({ status: "refused", reason: "verification-in-education" });

/** Somebody whom Rina refused. */
async function refusedByRina(): Promise<ParticipantId> {
  const { participantId, caseId } = await aDoubt();
  await take(caseId, rina, now);
  await decide(caseId, "refused", rina, now);
  await settleReviewReaction({ participantId, decision: "refused", reason: "verification-review-refused" });
  return participantId;
}

describe("an appeal", () => {
  test("against the registers is looked at by anybody of the staff, within five working days", async () => {
    const participantId = await aStudent();
    expect(await findAppeal(participantId, now)).toBe("open");
    expect((await appeal(participantId)).ok).toBe(true);
    expect(await findAppeal(participantId, now)).toMatchObject({
      decision: null,
      dueAt: new Date("2026-11-30T16:59:59Z"),
    });
    const caseId = await openCaseOf(participantId);
    expect((await take(caseId)).ok).toBe(true);
    expect(await viewCase(rina, caseId, { showsAll: false, now })).toMatchObject({
      kind: "appeal",
      reason: "verification-in-education",
      person: { statement: words },
    });
    const row = await database().reviewCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(Buffer.from(row.statementCipher ?? "").toString()).not.toContain("lulus");
  });

  test("against a member of the staff is looked at by another one", async () => {
    const participantId = await refusedByRina();
    expect((await appeal(participantId, new Date())).ok).toBe(true);
    const caseId = await openCaseOf(participantId);
    const at = addSeconds(new Date(), 60);
    expect(await take(caseId, rina, at)).toEqual(refusedFor("review-own-decision"));
    expect((await take(caseId, budi, at)).ok).toBe(true);
    expect(await decide(caseId, "verified", rina, at)).toEqual(refusedFor("review-not-yours"));
    expect((await decide(caseId, "verified", budi, at)).ok).toBe(true);
  });

  test("that is right verifies the person", async () => {
    const participantId = await aStudent();
    await appeal(participantId);
    const caseId = await openCaseOf(participantId);
    await take(caseId);
    await decide(caseId, "verified");
    await settleReviewReaction({ participantId, decision: "verified", reason: null });
    expect(await checkOf(participantId)).toMatchObject({ status: "verified", reason: null });
    expect(await findAppeal(participantId, now)).toMatchObject({ decision: "verified" });
  });

  test("that is turned down changes nothing, is told, and is the only one against this refusal", async () => {
    const participantId = await aStudent();
    await appeal(participantId);
    const caseId = await openCaseOf(participantId);
    const before = await checkOf(participantId);
    await take(caseId);
    await decide(caseId, "refused");
    expect(await announced("appeal-decided", participantId)).toEqual([
      { participantId, decision: "refused" },
    ]);
    await settleReviewReaction({ participantId, decision: "refused", reason: "verification-review-refused" });
    expect(await checkOf(participantId)).toEqual(before);
    expect(await findAppeal(participantId, now)).toMatchObject({
      decision: "refused",
      reason: "verification-review-refused",
    });
    expect(await appeal(participantId)).toEqual(refusedFor("appeal-made"));
  });

  test("may be made once more when a bar has run out", async () => {
    const entry = { kind: "cheating", since: "2025-01-01", until: "2026-12-31" };
    const population = { exists: true, familyCard: true, name: "same", birthDate: true, mother: true };
    const none = { entry: null };
    const answer = {
      population,
      education: none,
      social_aid: none,
      occupation: none,
      priority: none,
      blacklist: { entry },
    };
    const reason = "verification-blacklisted";
    const participantId = await aPersonWhoseCheck({ status: "refused", reason, answer });
    await appeal(participantId);
    const caseId = await openCaseOf(participantId);
    await take(caseId);
    await decide(caseId, "refused");
    const lastMoment = new Date("2026-12-31T16:59:59Z");
    expect(await appeal(participantId, lastMoment)).toEqual(refusedFor("appeal-made"));
    const afterwards = addSeconds(lastMoment, 1);
    expect(await findAppeal(participantId, afterwards)).toBe("open");
    expect((await appeal(participantId, afterwards)).ok).toBe(true);
    expect(await findAppeal(participantId, afterwards)).toMatchObject({ decision: null });
    expect(await appeal(participantId, addSeconds(afterwards, 60))).toEqual(refusedFor("appeal-made"));
  });

  test("twice at once is one", async () => {
    const participantId = await aStudent();
    const results = await Promise.all([appeal(participantId), appeal(participantId)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual(refusedFor("appeal-made"));
    expect(await database().reviewCase.count({ where: { participantId } })).toBe(1);
  });
});

describe("there is nothing to appeal against", () => {
  test.each([
    ["while the registers are asked", { status: "checking" }],
    ["while a member of the staff looks", { status: "in_review", reason: "review-name-similar" }],
    ["for who is verified", { status: "verified" }],
  ] as const)("%s", async (_, check) => {
    const participantId = await aPersonWhoseCheck(check);
    expect(await findAppeal(participantId, now)).toBeNull();
    expect(await appeal(participantId)).toEqual(refusedFor("appeal-nothing-refused"));
  });

  test("where the person can mend it", async () => {
    const reason = "verification-name-differs";
    const participantId = await aPersonWhoseCheck({ status: "refused", reason });
    expect(await findAppeal(participantId, now)).toBeNull();
    expect(await appeal(participantId)).toEqual(refusedFor("appeal-mend-instead"));
  });
});
