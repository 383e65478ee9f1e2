import { beforeEach, describe, expect, it } from "vitest";
import type { ParticipantActor, StaffActor } from "#authorization/actor.ts";
import {
  findFailedTests,
  findQuestion,
  findRunningTest,
  findTestResult,
  hasPassedTest,
} from "#features/selection-test/queries.ts";
import { grantTest } from "#features/selection-test/use-cases/grant-test.ts";
import { saveAnswer } from "#features/selection-test/use-cases/save-answer.ts";
import { startTest } from "#features/selection-test/use-cases/start-test.ts";
import { submitOverdueTestsDue } from "#features/selection-test/use-cases/submit-overdue-tests.ts";
import { submitTest } from "#features/selection-test/use-cases/submit-test.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { anAccount, anAdministrator, aVerifiedApplicant } from "../../support/people.ts";

const start = new Date("2026-11-24T03:00:00Z");
const end = addSeconds(start, 25 * 60);
const minute = (minutes: number) => addSeconds(start, minutes * 60);

let sari: ParticipantActor;
beforeEach(async () => {
  await database().testAttempt.updateMany({ where: { submittedAt: null }, data: { supersededAt: start } });
  sari = { role: "participant", participantId: await aVerifiedApplicant(start) };
});

const as = (actor: ParticipantActor, now: Date) => ({
  start: () => inOneTransaction(actor, (work: Work<ParticipantActor>) => startTest(work), { now }),
  answer: (position: number, choice?: number, go: "next" | "previous" | "finish" = "next") =>
    inOneTransaction(actor, (work: Work<ParticipantActor>) => saveAnswer(work, { position, choice, go }), {
      now,
    }),
  submit: () => inOneTransaction(actor, (work: Work<ParticipantActor>) => submitTest(work), { now }),
});

const answersOf = (participantId: ParticipantId) =>
  database().testAnswer.findMany({
    where: { attempt: { participantId, supersededAt: null } },
    orderBy: { position: "asc" },
    include: { item: true },
  });

/** Answers every knowledge item rightly, every motivation statement with full agreement to what is not reversed. */
async function answerWell(actor: ParticipantActor, now: Date): Promise<void> {
  for (const { position, item, optionOrder } of await answersOf(actor.participantId)) {
    const wanted = item.answer ?? (item.reversed ? 0 : 4);
    await as(actor, now).answer(position, optionOrder.indexOf(wanted));
  }
}

describe("starting", () => {
  it("draws 18 questions and sets the end 25 minutes ahead", async () => {
    expect(await as(sari, start).start()).toEqual({ ok: true, value: null });
    const running = await findRunningTest(sari.participantId, start);
    expect(running?.answered).toHaveLength(18);
    expect(running?.endsAt).toEqual(end);
  });

  it("is refused to a person who is not verified", async () => {
    const stranger: ParticipantActor = { role: "participant", participantId: await anAccount(start) };
    expect(await as(stranger, start).start()).toEqual({ ok: false, refusal: { code: "test-not-verified" } });
  });

  it("twice at once makes one test", async () => {
    await Promise.all([as(sari, start).start(), as(sari, start).start()]);
    expect(await database().testAttempt.count({ where: { participantId: sari.participantId } })).toBe(1);
    expect(await answersOf(sari.participantId)).toHaveLength(18);
  });

  it("again later goes on with the same questions and the same end", async () => {
    await as(sari, start).start();
    const before = await answersOf(sari.participantId);
    await as(sari, minute(10)).start();
    expect(await answersOf(sari.participantId)).toEqual(before);
    expect((await findRunningTest(sari.participantId, minute(10)))?.endsAt).toEqual(end);
  });

  it("a second time is refused by the database as well", async () => {
    await as(sari, start).start();
    const second = database().testAttempt.create({
      data: {
        id: "01a20c83-0000-7000-8000-000000000001",
        participantId: sari.participantId,
        schemeCode: "A",
        seed: new Uint8Array(32),
        startedAt: start,
        endsAt: end,
      },
    });
    await expect(second).rejects.toThrow("Unique constraint");
  });
});

describe("answering", () => {
  beforeEach(async () => {
    await as(sari, start).start();
  });

  it("is kept, so that another device shows it and goes on", async () => {
    expect(await as(sari, minute(1)).answer(1, 2)).toEqual({ ok: true, value: { next: 2 } });
    expect((await findQuestion(sari.participantId, 1, minute(2)))?.chosen).toBe(2);
    expect((await findRunningTest(sari.participantId, minute(2)))?.answered.indexOf(false)).toBe(1);
  });

  it("may be changed until the end", async () => {
    await as(sari, minute(1)).answer(1, 2);
    await as(sari, minute(2)).answer(1, 0);
    expect((await findQuestion(sari.participantId, 1, minute(2)))?.chosen).toBe(0);
  });

  it("leaves a question as it is when nothing is chosen", async () => {
    await as(sari, minute(1)).answer(3, 1);
    expect(await as(sari, minute(2)).answer(3, undefined, "previous")).toEqual({
      ok: true,
      value: { next: 2 },
    });
    expect((await findQuestion(sari.participantId, 3, minute(2)))?.chosen).toBe(1);
  });

  it("leads to the last look after the last question", async () => {
    expect(await as(sari, minute(1)).answer(18, 0)).toEqual({ ok: true, value: { next: null } });
    expect(await as(sari, minute(1)).answer(4, 0, "finish")).toEqual({ ok: true, value: { next: null } });
  });

  it.each([
    ["a question that the test has not", 19, 0, "test-question-unknown"],
    ["an option that the question has not", 1, 7, "test-choice-unknown"],
  ])("is refused for %s", async (_, position, choice, code) => {
    expect(await as(sari, minute(1)).answer(position, choice)).toEqual({ ok: false, refusal: { code } });
  });

  it("is refused when the time is over, and changes nothing", async () => {
    expect(await as(sari, end).answer(1, 2)).toEqual({ ok: false, refusal: { code: "test-time-is-over" } });
    expect((await answersOf(sari.participantId))[0]?.choice).toBeNull();
  });

  it("reaches only the person's own test", async () => {
    const other: ParticipantActor = { role: "participant", participantId: await aVerifiedApplicant(start) };
    expect(await as(other, minute(1)).answer(1, 2)).toEqual({
      ok: false,
      refusal: { code: "test-not-started" },
    });
    expect(await findQuestion(other.participantId, 1, minute(2))).toBeNull();
  });
});

describe("handing in", () => {
  beforeEach(async () => {
    await as(sari, start).start();
  });

  it("scores the test and lets a good one pass", async () => {
    await answerWell(sari, minute(5));
    await as(sari, minute(6)).submit();
    expect(await findTestResult(sari.participantId)).toMatchObject({
      passed: true,
      submittedBy: "participant",
      score: { knowledge: 100, motivation: 100, complete: true },
    });
    expect(await hasPassedTest(sari.participantId)).toBe(true);
  });

  it("again, even at once, changes nothing and announces nothing twice", async () => {
    const before = await countAnnounced(sari.participantId);
    await Promise.all([as(sari, minute(6)).submit(), as(sari, minute(6)).submit()]);
    expect(await as(sari, minute(7)).submit()).toEqual({ ok: true, value: null });
    expect(await countAnnounced(sari.participantId)).toBe(before + 1);
    expect((await findTestResult(sari.participantId))?.submittedAt).toEqual(minute(6));
  });

  it("ends the test: no answer and no new start", async () => {
    await as(sari, minute(6)).submit();
    expect(await as(sari, minute(7)).answer(1, 0)).toEqual({
      ok: false,
      refusal: { code: "test-already-done" },
    });
    expect(await as(sari, minute(7)).start()).toEqual({ ok: false, refusal: { code: "test-already-done" } });
  });

  it("after the end is refused; the clock does it", async () => {
    expect(await as(sari, end).submit()).toEqual({ ok: false, refusal: { code: "test-time-is-over" } });
  });
});

describe("when the time is over", () => {
  beforeEach(async () => {
    await as(sari, start).start();
    await answerWell(sari, minute(5));
  });

  it("the result is there at once, and stays the same when the clock has handed the test in", async () => {
    expect(await findTestResult(sari.participantId, addSeconds(end, -1))).toBeNull();
    const before = await findTestResult(sari.participantId, end);
    expect(before).toMatchObject({ passed: true, submittedBy: "deadline", submittedAt: end });
    expect(await submitOverdueTestsDue(addSeconds(end, 90))).toBe(1);
    expect(await findTestResult(sari.participantId)).toEqual(before);
  });

  it("every test is handed in once, also by two workers", async () => {
    const before = await countAnnounced(sari.participantId);
    const done = await Promise.all([submitOverdueTestsDue(end), submitOverdueTestsDue(end)]);
    expect(done[0] + done[1]).toBe(1);
    expect(await submitOverdueTestsDue(end)).toBe(0);
    expect(await countAnnounced(sari.participantId)).toBe(before + 1);
  });

  it("a test that still runs is left alone", async () => {
    expect(await submitOverdueTestsDue(addSeconds(end, -1))).toBe(0);
  });
});

describe("another attempt", () => {
  const reason = "Listrik padam di seluruh kecamatan.";

  it("is granted on record after a test that was not passed, and gives other questions", async () => {
    await as(sari, start).start();
    const first = (await answersOf(sari.participantId)).map(({ itemId }) => itemId);
    await as(sari, minute(1)).submit();
    expect(await hasPassedTest(sari.participantId)).toBe(false);
    expect((await findFailedTests()).rows.map(({ participantId }) => participantId)).toContain(
      sari.participantId,
    );

    const admin = await staff();
    const granted = await inOneTransaction(
      admin,
      (work) => grantTest(work, { participantId: sari.participantId, reason }),
      { now: minute(30) },
    );
    expect(granted.ok).toBe(true);
    const record = await database().auditEvent.findFirst({
      where: { subject: `participant:${sari.participantId}` },
    });
    expect(record).toMatchObject({ action: "test-granted", actorId: admin.accountId, details: { reason } });

    expect(await as(sari, minute(31)).start()).toEqual({ ok: true, value: null });
    expect((await answersOf(sari.participantId)).map(({ itemId }) => itemId)).not.toEqual(first);
  });

  it("is refused while there is nothing to repeat", async () => {
    const refused = await inOneTransaction(
      await staff(),
      (work) => grantTest(work, { participantId: sari.participantId, reason }),
      { now: start },
    );
    expect(refused).toEqual({ ok: false, refusal: { code: "test-another-not-needed" } });
  });
});

async function staff(): Promise<StaffActor> {
  return {
    role: "administrator",
    accountId: (await anAdministrator(start)) as AccountId,
    providerSlug: null,
    platformSlug: null,
  };
}

async function countAnnounced(participantId: ParticipantId): Promise<number> {
  const [row] = await database().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job
    WHERE data->>'name' = 'test-submitted' AND data->'payload'->>'participantId' = ${participantId}`;
  return Number(row?.count ?? 0);
}
