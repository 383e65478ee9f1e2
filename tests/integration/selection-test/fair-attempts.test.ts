import { beforeEach, describe, expect, it } from "vitest";
import type { ParticipantActor, StaffActor } from "#authorization/actor.ts";
import { findAttemptsOf, recomputeScore } from "#features/selection-test/queries/attempts.ts";
import { findFlag, findOpenFlags } from "#features/selection-test/queries/flags.ts";
import { findQuestion, findRunningTest, hasPassedTest } from "#features/selection-test/queries.ts";
import { checkPatternsReaction } from "#features/selection-test/use-cases/check-patterns.ts";
import { grantTest } from "#features/selection-test/use-cases/grant-test.ts";
import { judgeFlag } from "#features/selection-test/use-cases/judge-flag.ts";
import { noteOutagesDue } from "#features/selection-test/use-cases/note-outages.ts";
import { saveAnswer } from "#features/selection-test/use-cases/save-answer.ts";
import { startTest } from "#features/selection-test/use-cases/start-test.ts";
import { submitOverdueTestsDue } from "#features/selection-test/use-cases/submit-overdue-tests.ts";
import { submitTest } from "#features/selection-test/use-cases/submit-test.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { anAdministrator, aVerifiedApplicant } from "../../support/people.ts";

const start = new Date("2026-11-24T03:00:00Z");
const note = "Sudah diperiksa bersama petugas lain.";

async function aPerson(now = start): Promise<ParticipantActor> {
  return { role: "participant", participantId: await aVerifiedApplicant(now) };
}

const as = (actor: ParticipantActor, now: Date) => ({
  start: () => inOneTransaction(actor, (work: Work<ParticipantActor>) => startTest(work), { now }),
  answer: (position: number, choice: number) =>
    inOneTransaction(
      actor,
      (work: Work<ParticipantActor>) => saveAnswer(work, { position, choice, go: "next" }),
      { now },
    ),
  submit: () => inOneTransaction(actor, (work: Work<ParticipantActor>) => submitTest(work), { now }),
});

const attemptOf = ({ participantId }: ParticipantActor) =>
  database().testAttempt.findFirstOrThrow({
    where: { participantId, supersededAt: null },
    include: { answers: { include: { item: true }, orderBy: { position: "asc" } } },
  });

async function staff(): Promise<StaffActor> {
  const accountId = (await anAdministrator(start)) as AccountId;
  return { role: "administrator", accountId, providerSlug: null, platformSlug: null };
}

/** Answers everything with what `choose` says (an index in the item's options), each shown, then saved, `seconds` later. */
async function answerAll(
  actor: ParticipantActor,
  choose: (answer: number | null, position: number) => number,
  seconds: number,
): Promise<void> {
  for (const { position, item, optionOrder } of (await attemptOf(actor)).answers) {
    const shown = addSeconds(start, position * 60);
    await findQuestion(actor.participantId, position, shown);
    const place = optionOrder.indexOf(choose(item.answer, position));
    await as(actor, addSeconds(shown, seconds)).answer(position, place);
  }
}

const rightly = (answer: number | null) => answer ?? 4;

describe("drawing", () => {
  it("takes only what is approved and not resting, one of a family, and is counted in the same transaction", async () => {
    const resting = await database().testItem.findMany({ where: { kind: "numeracy" }, take: 60 });
    await database().testItem.updateMany({
      where: { id: { in: resting.map(({ id }) => id) } },
      data: { active: false },
    });
    const sari = await aPerson();
    await as(sari, start).start();
    const attempt = await attemptOf(sari);
    expect(attempt.answers.every(({ item }) => item.active && item.state === "approved")).toBe(true);
    const families = attempt.answers.flatMap(({ item }) => (item.answer === null ? [] : (item.family ?? [])));
    expect(new Set(families).size).toBe(families.length);
    expect(await database().testUncounted.count({ where: { attemptId: attempt.id, step: "drawn" } })).toBe(1);
    await database().testItem.updateMany({ where: { state: "approved" }, data: { active: true } });
  });

  it("gives two people who start at once different questions at every number", async () => {
    for (let round = 0; round < 5; round += 1) {
      const pair = [await aPerson(), await aPerson()];
      await Promise.all(pair.map((actor) => as(actor, start).start()));
      const [one, other] = await Promise.all(pair.map(attemptOf));
      if (Math.abs((one?.seat ?? 0) - (other?.seat ?? 0)) !== 1) continue;
      const same = one?.answers.filter(({ itemId }, at) => itemId === other?.answers[at]?.itemId);
      expect(same).toEqual([]);
    }
  });
});

describe("extra time", () => {
  it("is fixed at the start for whom a disability is recorded, whatever is written later", async () => {
    const sari = await aPerson();
    const where = { participantId: sari.participantId };
    await database().registration.update({ where, data: { disability: "visual" } });
    await as(sari, start).start();
    await database().registration.update({ where, data: { disability: "none" } });
    const attempt = await attemptOf(sari);
    expect(attempt).toMatchObject({ extraPercent: 50, endsAt: addSeconds(start, 38 * 60), gatePercent: 40 });
    expect((await as(sari, addSeconds(start, 37 * 60)).answer(1, 0)).ok).toBe(true);
  });

  it("is nothing for everybody else", async () => {
    const sari = await aPerson();
    await as(sari, start).start();
    expect(await attemptOf(sari)).toMatchObject({ extraPercent: 0, endsAt: addSeconds(start, 25 * 60) });
  });
});

describe("an outage of the service", () => {
  /** The programme's time is the real one here, as it is in the portal. */
  let now: Date;
  const silentFor = (seconds: number, aheadSeconds = 0) =>
    database()
      .$executeRaw`UPDATE service_pulse SET at = clock_timestamp() - make_interval(secs => ${seconds}::float8), ahead_seconds = ${aheadSeconds}`;

  async function isRunning(secondsAgo: number): Promise<ParticipantActor> {
    const actor = await aPerson(now);
    await as(actor, addSeconds(now, -secondsAgo)).start();
    return actor;
  }

  const givenTo = async ({ participantId }: ParticipantActor) =>
    (await findRunningTest(participantId, now))?.givenBackSeconds;

  beforeEach(async () => {
    now = new Date();
    await database().testAttempt.updateMany({
      where: { submittedAt: null, supersededAt: null },
      data: { supersededAt: now },
    });
    // The outages of the tests before would overlap: only here is one ever taken away.
    await database().$transaction([
      database().$executeRaw`SET LOCAL session_replication_role = replica`,
      database().$executeRaw`DELETE FROM test_time_given_back`,
      database().$executeRaw`DELETE FROM service_outage`,
    ]);
    await noteOutagesDue(new Date());
  });

  it("gives the whole time back to those whose test was running, once, on record", async () => {
    const sari = await isRunning(900);
    const { endsAt } = await attemptOf(sari);
    await silentFor(300);
    await Promise.all([noteOutagesDue(new Date()), noteOutagesDue(new Date())]);
    await noteOutagesDue(new Date());
    const given = (await givenTo(sari)) ?? 0;
    expect(Math.abs(given - 300)).toBeLessThan(20);
    expect((await attemptOf(sari)).endsAt).toEqual(addSeconds(endsAt, given));
    const rows = await database().testTimeGivenBack.findMany({ include: { outage: true } });
    expect(rows.filter(({ attemptId }) => attemptId)).toHaveLength(1);
  });

  it("gives what was lost from its start to a test that began in the middle, and nothing to one that began later", async () => {
    await silentFor(300);
    const late = await isRunning(200);
    await noteOutagesDue(new Date());
    // Its start was a sign of the service: the stretch before it and the one after it are apart, and the longer one counts.
    expect(Math.abs(((await givenTo(late)) ?? 0) - 200)).toBeLessThan(20);
    const later = await isRunning(0);
    await noteOutagesDue(new Date());
    expect(await givenTo(later)).toBe(0);
  });

  it("is none while people were answered, although the worker gave no sign", async () => {
    const sari = await isRunning(600);
    await silentFor(300);
    for (const ago of [240, 160, 80]) await as(sari, addSeconds(now, -ago)).answer(ago / 80, 0);
    await noteOutagesDue(new Date());
    expect(await givenTo(sari)).toBe(0);
  });

  it("is none when the programme's clock was moved", async () => {
    const sari = await isRunning(600);
    await silentFor(300, -86_400);
    await noteOutagesDue(new Date());
    expect(await givenTo(sari)).toBe(0);
  });

  it("that reaches over the end of a test does not let it be handed in at the first look afterwards", async () => {
    const sari = await isRunning(25 * 60 + 60);
    await silentFor(300);
    expect(await submitOverdueTestsDue(new Date())).toBe(0);
    expect((await as(sari, now).answer(2, 1)).ok).toBe(true);
  });
});

describe("a score", () => {
  it("is the same when it is worked out again, for many attempts and after a new version of an item", async () => {
    const ids: string[] = [];
    for (let person = 0; person < 12; person += 1) {
      const actor = await aPerson();
      await as(actor, start).start();
      await answerAll(
        actor,
        (answer, position) => ((answer ?? person) + (position % 4 < person % 5 ? 0 : 1)) % 4,
        20,
      );
      await as(actor, addSeconds(start, 1_400)).submit();
      ids.push((await attemptOf(actor)).id);
    }
    const scores = await Promise.all(ids.map(recomputeScore));
    for (const score of scores) expect(score?.stored).toEqual(score?.recomputed);
    expect(new Set(scores.map((score) => score?.recomputed.score.knowledge)).size).toBeGreaterThan(2);

    const asked = await database().testAnswer.findFirstOrThrow({
      where: { attemptId: ids[0], item: { kind: "numeracy" } },
      include: { item: true },
    });
    const { item } = asked;
    await database().testItem.update({ where: { id: item.id }, data: { state: "retired", active: false } });
    await database().testItem.create({
      data: { ...item, id: `${item.code}.2`, version: 2, answer: ((item.answer ?? 0) + 1) % 4, active: true },
    });
    expect(await Promise.all(ids.map(recomputeScore))).toEqual(scores);
  });
});

describe("odd patterns", () => {
  const passing = async (seconds: number): Promise<ParticipantActor> => {
    const actor = await aPerson();
    await as(actor, start).start();
    await answerAll(actor, rightly, seconds);
    await as(actor, addSeconds(start, 1_400)).submit();
    return actor;
  };
  const check = async (actor: ParticipantActor) => {
    const { id: attemptId, participantId, passed } = await attemptOf(actor);
    await checkPatternsReaction({ attemptId, participantId, passed: passed === true });
  };
  const flagsOf = async (actor: ParticipantActor) =>
    database().testFlag.findMany({ where: { attemptId: (await attemptOf(actor)).id } });

  it("of a very fast test raise one flag, and nobody is refused by it", async () => {
    const sari = await passing(1);
    await Promise.all([check(sari), check(sari)]);
    const [flag, ...more] = await flagsOf(sari);
    expect(more).toEqual([]);
    expect(flag?.evidence).toMatchObject({ kind: "too_fast", medianSeconds: 1, knowledge: 100 });
    expect(await hasPassedTest(sari.participantId)).toBe(true);
    expect((await findOpenFlags()).rows.map(({ id }) => id)).toContain(flag?.id);
  });

  it("are not seen in a test that was read", async () => {
    const sari = await passing(30);
    await check(sari);
    expect(await flagsOf(sari)).toEqual([]);
  });

  it("of two tests with the same wrong answers are flagged on both sides, also when both come at once", async () => {
    const [one, other] = [await copiedTest(start), await copiedTest(start)];
    await Promise.all([check(one), check(other)]);
    const [flag] = await flagsOf(one);
    expect(flag?.evidence).toMatchObject({ kind: "same_answers", equalWrong: 6, others: 1 });
    expect(await flagsOf(other)).toHaveLength(1);
    expect(JSON.stringify(flag?.evidence)).not.toContain(other.participantId);
  });

  it("are not looked for among tests of other days", async () => {
    const later = await copiedTest(addSeconds(start, 5 * 86_400));
    await check(later);
    expect(await flagsOf(later)).toEqual([]);
  });

  it("are judged once, by a person, and another attempt still takes the command of its own", async () => {
    const sari = await passing(1);
    await check(sari);
    const flagId = (await flagsOf(sari))[0]?.id ?? "";
    const admin = await staff();
    const judge = (verdict: "fine" | "another_attempt") =>
      inOneTransaction(admin, (work) => judgeFlag(work, { flagId, verdict, note }), { now: start });
    const grant = () =>
      inOneTransaction(
        admin,
        (work) => grantTest(work, { participantId: sari.participantId, reason: note }),
        { now: addSeconds(start, 2_000) },
      );
    expect(await grant()).toEqual({ ok: false, refusal: { code: "test-another-not-needed" } });
    const both = await Promise.all([judge("another_attempt"), judge("another_attempt")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await judge("fine")).toEqual({ ok: false, refusal: { code: "test-flag-judged" } });
    expect(await hasPassedTest(sari.participantId)).toBe(true);
    expect((await findFlag(flagId))?.judged).toMatchObject({
      by: admin.accountId,
      verdict: "another_attempt",
      note,
    });

    expect((await grant()).ok).toBe(true);
    const [first] = await findAttemptsOf(sari.participantId);
    expect(first).toMatchObject({ passed: true, superseded: { reason: note } });
    expect(await hasPassedTest(sari.participantId)).toBe(false);
  });

  it("that nobody raised cannot be judged", async () => {
    const unknown = { flagId: "01a20c83-0000-7000-8000-000000000009", verdict: "fine" as const, note };
    expect(await inOneTransaction(await staff(), (work) => judgeFlag(work, unknown))).toEqual({
      ok: false,
      refusal: { code: "test-flag-unknown" },
    });
  });
});

/** A handed-in test of six items, all of them wrong in the same way. */
async function copiedTest(at: Date): Promise<ParticipantActor> {
  const actor = await aPerson(at);
  const items = await database().testItem.findMany({
    where: { kind: "ordering", state: "approved" },
    orderBy: { code: "asc" },
    take: 6,
  });
  await database().testAttempt.create({
    data: {
      id: crypto.randomUUID(),
      participantId: actor.participantId,
      schemeCode: "A",
      seed: new Uint8Array(32),
      startedAt: at,
      endsAt: addSeconds(at, 1_500),
      submittedAt: addSeconds(at, 900),
      submittedBy: "participant",
      passed: false,
      answers: {
        create: items.map((item, index) => ({
          position: index + 1,
          itemId: item.id,
          optionOrder: [0, 1, 2, 3],
          choice: ((item.answer ?? 0) + 1) % 4,
          answeredAt: addSeconds(at, index * 60 + 30),
          firstShownAt: addSeconds(at, index * 60),
        })),
      },
    },
  });
  return actor;
}

describe("the database itself", () => {
  let attemptId: string;
  beforeEach(async () => {
    const sari = await aPerson();
    await as(sari, start).start();
    await findQuestion(sari.participantId, 1, addSeconds(start, 5));
    await as(sari, addSeconds(start, 10)).answer(1, 0);
    await as(sari, addSeconds(start, 20)).submit();
    attemptId = (await attemptOf(sari)).id;
  });
  const change = (data: Parameters<ReturnType<typeof database>["testAttempt"]["update"]>[0]["data"]) =>
    database().testAttempt.update({ where: { id: attemptId }, data });
  const answer = (data: Parameters<ReturnType<typeof database>["testAnswer"]["update"]>[0]["data"]) =>
    database().testAnswer.update({ where: { attemptId_position: { attemptId, position: 1 } }, data });

  it.each([
    ["another seed", () => change({ seed: new Uint8Array(32) }), "stays"],
    ["another start", () => change({ startedAt: addSeconds(start, -60) }), "stays"],
    ["another gate", () => change({ gatePercent: 10 }), "stays"],
    ["a later end by hand", () => change({ endsAt: addSeconds(start, 9_000) }), "time that is given back"],
    ["another result", () => change({ passed: true }), "result"],
    ["a grant without its reason", () => change({ supersededAt: start, supersededBy: attemptId }), "granted"],
    ["more extra time than there may be", () => change({ extraPercent: 300 }), "stays"],
    [
      "an answer after handing in",
      () => answer({ choice: 1, answeredAt: addSeconds(start, 15) }),
      "no answer",
    ],
    ["another question in its place", () => answer({ optionOrder: [0] }), "as it was drawn"],
    ["another first showing", () => answer({ firstShownAt: start }), "as it was drawn"],
  ])("refuses %s", async (_, act, told) => {
    await expect(act()).rejects.toThrow(told);
  });

  const outage = (beganAt: Date, seconds: number) =>
    database().serviceOutage.create({
      data: { id: crypto.randomUUID(), beganAt, endedAt: addSeconds(beganAt, seconds), aheadSeconds: 0n },
    });
  const long = new Date("2020-01-01T00:00:00Z");

  it("refuses outages that are short or overlap, more time than was lost, and time for a test that is over", async () => {
    await expect(outage(long, 60)).rejects.toThrow("long_enough");
    const { id: outageId } = await outage(long, 600);
    await expect(outage(addSeconds(long, 300), 600)).rejects.toThrow("service_outage_once");
    const give = (seconds: number) =>
      database().testTimeGivenBack.create({ data: { attemptId, outageId, seconds, givenAt: start } });
    await expect(give(601)).rejects.toThrow("more time given back");
    await expect(give(100)).rejects.toThrow("does not run");
    await expect(give(0)).rejects.toThrow("given_back_some");
    await expect(
      database().serviceOutage.update({ where: { id: outageId }, data: { endedAt: start } }),
    ).rejects.toThrow("only grows");
  });

  it("refuses a flag that is judged by halves, changed, or judged again", async () => {
    const id = crypto.randomUUID();
    const evidence = { kind: "too_fast", medianSeconds: 1, quickRight: 9, answered: 9, knowledge: 90 };
    const flag = { id, attemptId, kind: "too_fast" as const, evidence, raisedAt: start };
    await database().testFlag.create({ data: flag });
    const judge = (data: object) => database().testFlag.update({ where: { id }, data });
    await expect(judge({ verdict: "fine" })).rejects.toThrow("test_flag_judged");
    await expect(judge({ evidence: {} })).rejects.toThrow("stays");
    const judged = { verdict: "fine", note, judgedBy: attemptId, judgedAt: start };
    await judge(judged);
    await expect(judge({ ...judged, verdict: "another_attempt" })).rejects.toThrow("stays");
  });
});
