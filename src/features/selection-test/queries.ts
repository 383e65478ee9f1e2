import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { judgeTest } from "./policy/score-test.ts";
import { isDisability, isOver, timeOfTest } from "./policy/test-terms.ts";
import { rulesOf, testScore } from "./schema.ts";
import type { FailedTest, RunningTest, ShownQuestion, TestResult, TestRules, TestTime } from "./types.ts";

/** The scheme whose test everybody takes; the result is kept for later waves. */
const TEST_SCHEME = "A";

/** Whether this person has the test behind them and may join a wave. */
export async function hasPassedTest(participantId: ParticipantId): Promise<boolean> {
  const row = await database().testAttempt.findFirst({
    where: { participantId, supersededAt: null },
    select: { passed: true },
  });
  return row?.passed === true;
}

/** Length and gate of the test, for the page that explains it. */
export async function findRulesOfTest(schemeCode = TEST_SCHEME): Promise<TestRules> {
  const row = await database().scheme.findUniqueOrThrow({ where: { code: schemeCode } });
  return rulesOf(schemeCode, row.parameters);
}

/** How long this person's test would last if they started it now. */
export async function findTimeOfTest(participantId: ParticipantId, rules: TestRules): Promise<TestTime> {
  const row = await database().registration.findUnique({
    where: { participantId },
    select: { disability: true },
  });
  return timeOfTest(rules, isDisability(row?.disability ?? null));
}

/** The test that is going on at this moment; null before the start and after the end. */
export async function findRunningTest(participantId: ParticipantId, now: Date): Promise<RunningTest | null> {
  const row = await database().testAttempt.findFirst({
    where: { participantId, supersededAt: null, submittedAt: null },
    select: {
      startedAt: true,
      endsAt: true,
      answers: { select: { choice: true }, orderBy: { position: "asc" } },
      timeGivenBack: { select: { seconds: true } },
    },
  });
  if (!row || isOver(row, now)) return null;
  return {
    startedAt: row.startedAt,
    endsAt: row.endsAt,
    answered: row.answers.map(({ choice }) => choice !== null),
    givenBackSeconds: row.timeGivenBack.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/**
 * One question of the test that is going on. The moment of its first showing is kept, once: the pace of a test tells
 * something only from there on.
 */
export async function findQuestion(
  participantId: ParticipantId,
  position: number,
  now: Date,
): Promise<ShownQuestion | null> {
  const row = await database().testAnswer.findFirst({
    where: { position, attempt: { participantId, supersededAt: null, submittedAt: null } },
    select: { attemptId: true, firstShownAt: true, optionOrder: true, choice: true, item: true },
  });
  if (!row) return null;
  if (!row.firstShownAt) {
    const shown = { attemptId: row.attemptId, position, firstShownAt: null };
    await database().testAnswer.updateMany({ where: shown, data: { firstShownAt: now } });
  }
  const { kind, stem, passage, image, imageAlt } = row.item;
  const options = row.optionOrder.map((index) => row.item.options[index] ?? "");
  const place = row.choice === null ? -1 : row.optionOrder.indexOf(row.choice);
  return { position, kind, stem, passage, image, imageAlt, options, chosen: place < 0 ? null : place };
}

/**
 * The result of a finished test. Between the last second and the clock's hand-in it is worked out here, so that
 * nobody waits for the worker.
 */
export async function findTestResult(participantId: ParticipantId, now?: Date): Promise<TestResult | null> {
  const row = await database().testAttempt.findFirst({ where: { participantId, supersededAt: null } });
  if (!row) return null;
  const gatePercent = row.gatePercent ?? (await findRulesOfTest(row.schemeCode)).gatePercent;
  const stored = testScore.safeParse(row.score);
  if (row.submittedAt && stored.success) {
    const submittedBy = row.submittedBy ?? "deadline";
    return {
      score: stored.data,
      passed: row.passed === true,
      submittedAt: row.submittedAt,
      submittedBy,
      gatePercent,
    };
  }
  if (!now || !isOver(row, now)) return null;
  const answers = await database().testAnswer.findMany({
    where: { attemptId: row.id },
    select: { choice: true, item: true },
  });
  const verdict = judgeTest(
    answers.map(({ choice, item }) => ({ ...item, options: item.options.length, choice })),
    gatePercent,
  );
  return { ...verdict, submittedAt: row.endsAt, submittedBy: "deadline", gatePercent };
}

const FAILED_PER_PAGE = 50;

/** Who finished a test without passing, latest first, by keyset; no names: the operator needs none. */
export async function findFailedTests(
  before?: Date,
): Promise<{ readonly rows: readonly FailedTest[]; readonly next: Date | null }> {
  const rows = await database().testAttempt.findMany({
    where: { passed: false, supersededAt: null, submittedAt: before ? { lt: before } : { not: null } },
    orderBy: { submittedAt: "desc" },
    take: FAILED_PER_PAGE + 1,
    select: { participantId: true, submittedAt: true, submittedBy: true, score: true },
  });
  const shown = rows.slice(0, FAILED_PER_PAGE).flatMap((row) => {
    const score = testScore.safeParse(row.score);
    if (!row.submittedAt || !score.success) return [];
    const { knowledge, complete } = score.data;
    return [
      {
        participantId: row.participantId as ParticipantId,
        submittedAt: row.submittedAt,
        submittedBy: row.submittedBy ?? "deadline",
        knowledge,
        complete,
      },
    ];
  });
  return { rows: shown, next: rows.length > FAILED_PER_PAGE ? (shown.at(-1)?.submittedAt ?? null) : null };
}
