import { describe, expect, test } from "vitest";
import { settleReviewReaction } from "#features/verification/use-cases/settle-review.ts";
import { viewCase } from "#features/verification-review/queries/case.ts";
import { countQueue, findQueue } from "#features/verification-review/queries.ts";
import { decideCase } from "#features/verification-review/use-cases/decide-case.ts";
import { openReviewReaction } from "#features/verification-review/use-cases/open-review.ts";
import { releaseCase } from "#features/verification-review/use-cases/release-case.ts";
import { remindOverdueReviewsDue } from "#features/verification-review/use-cases/remind-overdue-reviews.ts";
import { takeCase } from "#features/verification-review/use-cases/take-case.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { aDoubt, aPersonWhoseCheck, aReviewer, as, fillInFor, now } from "./reviewers.ts";

const DAY = 86_400;
const rina = await aReviewer();
const budi = await aReviewer();
const nobody = "00000000-0000-7000-8000-000000000000";
const refusedFor = (code: string) => ({ ok: false, refusal: { code } });
const verified = { decision: "verified", reason: null, note: null } as const;

const take = (caseId: string, who = rina, at = now) => as(who, (work) => takeCase(work, { caseId }), at);
const release = (caseId: string, who = rina) => as(who, (work) => releaseCase(work, { caseId }));
const decide = (
  caseId: string,
  choice: Omit<Parameters<typeof decideCase>[1], "caseId"> = verified,
  who = rina,
) => as(who, (work) => decideCase(work, { caseId, ...choice }));
const rowOf = (id: string) => database().reviewCase.findUniqueOrThrow({ where: { id } });

/** A doubt that Rina has taken. */
async function aTakenDoubt() {
  const doubt = await aDoubt();
  await take(doubt.caseId);
  return doubt;
}

describe("a doubt of the registers", () => {
  test("opens one case, however often it is announced, and is due in three working days", async () => {
    const { participantId, caseId } = await aDoubt();
    const payload = { participantId, reason: "review-name-similar" } as const;
    await Promise.all([1, 2, 3].map(() => openReviewReaction(payload, { now: addSeconds(now, 60) })));
    expect(await database().reviewCase.count({ where: { participantId } })).toBe(1);
    const due = new Date("2026-11-26T16:59:59Z");
    expect(await rowOf(caseId)).toMatchObject({ kind: "first", reason: payload.reason, dueAt: due });
  });

  test("is due from the moment of the check, however late it is announced", async () => {
    const participantId = await aPersonWhoseCheck({ status: "in_review", reason: "review-document-differs" });
    const late = { now: addSeconds(now, 6 * DAY) };
    await openReviewReaction({ participantId, reason: "review-document-differs" }, late);
    const row = await database().reviewCase.findFirstOrThrow({ where: { participantId } });
    expect(row).toMatchObject({ openedAt: now, dueAt: new Date("2026-11-26T16:59:59Z") });
  });

  test("opens no second case when it is announced again after the decision", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    await decide(caseId);
    await openReviewReaction({ participantId, reason: "review-name-similar" }, { now: addSeconds(now, 60) });
    expect(await database().reviewCase.count({ where: { participantId } })).toBe(1);
  });

  test("opens nothing for a check that no longer waits", async () => {
    const participantId = await aPersonWhoseCheck({ status: "verified" });
    await openReviewReaction({ participantId, reason: "review-document-differs" }, { now });
    expect(await database().reviewCase.count({ where: { participantId } })).toBe(0);
  });
});

describe("taking a case", () => {
  test("of two at once, one gets it, and the other is told", async () => {
    const { caseId } = await aDoubt();
    const results = await Promise.all([take(caseId, rina), take(caseId, budi)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual(refusedFor("review-held"));
    const subject = { action: "review-taken", subject: `review:${caseId}` };
    expect(await database().auditEvent.count({ where: subject })).toBe(1);
  });

  test("that does not exist, was decided, or was filled in by the same person is refused", async () => {
    expect(await take(nobody)).toEqual(refusedFor("review-unknown"));
    const decided = await aTakenDoubt();
    await decide(decided.caseId);
    expect(await take(decided.caseId, budi)).toEqual(refusedFor("review-over"));
    const helped = await aDoubt();
    await fillInFor(helped.participantId, rina);
    expect(await take(helped.caseId)).toEqual(refusedFor("review-own-work"));
    expect((await take(helped.caseId, budi)).ok).toBe(true);
  });

  test("whose check was begun anew in the meantime is refused", async () => {
    const { participantId, caseId } = await aDoubt();
    await database().verification.update({
      where: { participantId },
      data: { status: "checking", reason: null },
    });
    expect(await take(caseId)).toEqual(refusedFor("review-not-awaited"));
  });

  test("back is for whoever has it, and then somebody else may take it", async () => {
    const { caseId } = await aTakenDoubt();
    expect(await release(caseId, budi)).toEqual(refusedFor("review-not-yours"));
    expect((await release(caseId)).ok).toBe(true);
    expect(await release(caseId)).toEqual(refusedFor("review-not-yours"));
    expect(await release(nobody)).toEqual(refusedFor("review-unknown"));
    expect((await take(caseId, budi)).ok).toBe(true);
  });
});

describe("deciding", () => {
  test("for the person tells the check, which is settled by it", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    expect((await decide(caseId)).ok).toBe(true);
    const told = { participantId, decision: "verified", reason: null } as const;
    expect(await announced("review-decided", participantId)).toEqual([told]);
    expect(await announced("appeal-decided", participantId)).toEqual([]);
    await settleReviewReaction(told);
    const check = await database().verification.findUniqueOrThrow({ where: { participantId } });
    expect(check).toMatchObject({ status: "verified", reason: null });
    expect(check.reviewedAt).not.toBeNull();
  });

  test("against the person says why, keeps the note unreadable, and leaves no personal data in the trail", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    const reason = "verification-name-differs";
    await decide(caseId, { decision: "refused", reason, note: "KTP atas nama orang lain" });
    expect(await announced("review-decided", participantId)).toEqual([
      { participantId, decision: "refused", reason },
    ]);
    const row = await rowOf(caseId);
    expect(row).toMatchObject({ decision: "refused", decisionReason: reason, decidedBy: rina.accountId });
    expect(Buffer.from(row.noteCipher ?? "").toString()).not.toContain("KTP");
    const where = { action: "review-decided", subject: `participant:${participantId}` };
    expect(await database().auditEvent.findFirstOrThrow({ where })).toMatchObject({
      actorId: rina.accountId,
      details: { case: caseId, kind: "first", decision: "refused", reason },
    });
  });

  test("twice at once decides once", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    const against = { decision: "refused", reason: "verification-review-refused", note: null } as const;
    const results = await Promise.all([decide(caseId), decide(caseId, against)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual(refusedFor("review-over"));
    expect(await announced("review-decided", participantId)).toHaveLength(1);
  });

  test("is for whoever has taken the case, and needs a reason to refuse", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    expect(await decide(nobody)).toEqual(refusedFor("review-unknown"));
    expect(await decide(caseId, verified, budi)).toEqual(refusedFor("review-not-yours"));
    const unsaid = { decision: "refused", reason: null, note: null } as const;
    expect(await decide(caseId, unsaid)).toEqual(refusedFor("review-reason-needed"));
    expect(await announced("review-decided", participantId)).toEqual([]);
  });
});

describe("looking at a case", () => {
  const look = (showsAll = false) => ({ showsAll, now });
  const readsOf = (participantId: string) =>
    database().personalDataRead.findMany({ where: { participantId }, orderBy: { id: "asc" } });

  test("shows the person to whoever has taken it, masked, and writes that down", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    const seen = await viewCase(rina, caseId, look());
    const nik = seen?.person?.comparisons.find(({ datum }) => datum === "nik")?.typed;
    expect(nik).toMatch(/^127501••••••\d{4}$/);
    expect(await readsOf(participantId)).toMatchObject([
      { actorId: rina.accountId, purpose: "verification-review", data: ["name", "birth", "nik-masked"] },
    ]);
  });

  test("in full is written down as such", async () => {
    const { participantId, caseId } = await aTakenDoubt();
    const seen = await viewCase(rina, caseId, look(true));
    const typed = seen?.person?.comparisons.map((row) => row.typed);
    expect(typed).toEqual([
      expect.stringMatching(/^\d{16}$/),
      expect.any(String),
      "2000-05-17",
      expect.stringMatching(/^\d{16}$/),
      "Siti Rahma",
    ]);
    const [read] = await readsOf(participantId);
    expect(read?.data).toEqual(["name", "birth", "nik", "family-card", "mother-name"]);
  });

  test("shows nothing of the person before it is taken, to others, or after the decision", async () => {
    const { participantId, caseId } = await aDoubt();
    expect(await viewCase(rina, caseId, look(true))).toMatchObject({ isMine: false, person: null });
    await take(caseId);
    expect(await viewCase(budi, caseId, look(true))).toMatchObject({ isMine: false, person: null });
    await decide(caseId);
    expect(await viewCase(rina, caseId, look(true))).toMatchObject({ decision: "verified", person: null });
    expect(await readsOf(participantId)).toEqual([]);
  });

  test("that does not exist shows nothing", async () => {
    expect(await viewCase(rina, nobody, look())).toBeNull();
    expect(await viewCase(rina, "1 OR 1=1", look())).toBeNull();
  });
});

describe("time", () => {
  test("takes a case from whoever keeps it for more than a day", async () => {
    const { caseId } = await aTakenDoubt();
    await remindOverdueReviewsDue(addSeconds(now, DAY));
    expect((await rowOf(caseId)).assignedTo).toBe(rina.accountId);
    await remindOverdueReviewsDue(addSeconds(now, DAY + 1));
    expect((await rowOf(caseId)).assignedTo).toBeNull();
    const where = { action: "review-kept-too-long", subject: `review:${caseId}` };
    expect(await database().auditEvent.findFirstOrThrow({ where })).toMatchObject({ actorRole: "system" });
  });

  test("marks what was not decided in its term, once", async () => {
    const { caseId } = await aDoubt();
    const after = addSeconds(now, 4 * DAY);
    await Promise.all([remindOverdueReviewsDue(after), remindOverdueReviewsDue(after)]);
    await remindOverdueReviewsDue(addSeconds(after, 60));
    expect((await rowOf(caseId)).overdueAt).toEqual(after);
    const where = { action: "review-overdue", subject: `review:${caseId}` };
    expect(await database().auditEvent.count({ where })).toBe(1);
  });
});

describe("the queue", () => {
  test("pages by key, the most pressing first, by what is asked for, and says nothing of the people", async () => {
    const officer = await aReviewer();
    const cases = [];
    for (let index = 0; index < 53; index += 1) cases.push((await aDoubt()).caseId);
    const [mine = ""] = cases;
    await take(mine, officer);
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await findQueue({}, now, next ?? undefined);
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(cases));
    const held = await findQueue({ heldBy: officer.accountId }, now);
    expect(held.rows).toMatchObject([{ id: mine, holder: { id: officer.accountId, name: "Petugas" } }]);
    expect(JSON.stringify(held.rows)).not.toContain("Sari");
    expect((await findQueue({ heldBy: officer.accountId, kind: "appeal" }, now)).rows).toEqual([]);
    const counts = await countQueue(officer.accountId, addSeconds(now, 4 * DAY));
    expect(counts).toMatchObject({ mine: 1, waiting: seen.length, overdue: seen.length });
  });
});
