import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { judgeTest } from "../policy/score-test.ts";
import { rulesOf, testScore } from "../schema.ts";
import type { PastAttempt } from "../types/flags.ts";
import type { TestAttemptId, TestScore, TestVerdict } from "../types.ts";

/** More than one attempt is granted one by one; nobody has as many as this. */
const MOST = 50;

/** Every attempt of a person, the latest first, with what was added to its time and why it gave way to another. */
export async function findAttemptsOf(participantId: ParticipantId): Promise<readonly PastAttempt[]> {
  const rows = await database().testAttempt.findMany({
    where: { participantId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: MOST,
    include: { timeGivenBack: { select: { seconds: true } } },
  });
  return rows.map((row) => ({
    id: row.id as TestAttemptId,
    startedAt: row.startedAt,
    endsAt: row.endsAt,
    submittedAt: row.submittedAt,
    knowledge: testScore.safeParse(row.score).data?.knowledge ?? null,
    passed: row.passed,
    extraPercent: row.extraPercent,
    givenBackSeconds: row.timeGivenBack.reduce((sum, { seconds }) => sum + seconds, 0),
    superseded: row.supersededAt && { at: row.supersededAt, reason: row.supersededReason },
  }));
}

type Recomputed = {
  /** What was written at the hand-in; null while the test runs. */
  readonly stored: { readonly score: TestScore; readonly passed: boolean } | null;
  readonly recomputed: TestVerdict;
};

/**
 * The score of an attempt once more, from its answers and the versions of the items that were asked, by the gate that
 * it was started under. Null when there is no such attempt.
 */
export async function recomputeScore(attemptId: string): Promise<Recomputed | null> {
  const row = await database().testAttempt.findUnique({
    where: { id: attemptId },
    include: { answers: { select: { choice: true, item: true } } },
  });
  if (!row) return null;
  const scheme = await database().scheme.findUniqueOrThrow({ where: { code: row.schemeCode } });
  const answers = row.answers.map(({ choice, item }) => ({ ...item, options: item.options.length, choice }));
  const score = testScore.safeParse(row.score);
  return {
    stored: row.submittedAt && score.success ? { score: score.data, passed: row.passed === true } : null,
    recomputed: judgeTest(answers, row.gatePercent ?? rulesOf(row.schemeCode, scheme.parameters).gatePercent),
  };
}
