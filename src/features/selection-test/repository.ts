import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { testParameters } from "./schema.ts";
import type {
  AnswerToScore,
  BankItem,
  DrawnQuestion,
  TestAttempt,
  TestAttemptId,
  TestRules,
  TestVerdict,
} from "./types.ts";

/** Holds this person's test still until the transaction ends, also when there is no attempt yet. */
export async function lockTestOf(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${participantId}::uuid FOR NO KEY UPDATE`;
}

/** The attempt that counts: the one that no other superseded. */
export async function findAttempt(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<TestAttempt | null> {
  const row = await tx.testAttempt.findFirst({
    where: { participantId, supersededAt: null },
    select: { id: true, startedAt: true, endsAt: true, submittedAt: true, passed: true },
  });
  return row && { ...row, id: row.id as TestAttemptId, participantId };
}

/** Read in the command's own transaction: a second connection for it would run the pool dry on a busy day. */
export async function isVerifiedNow(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const row = await tx.verification.findUnique({ where: { participantId }, select: { status: true } });
  return row?.status === "verified";
}

export async function findTestRules(tx: Transaction, schemeCode: string): Promise<TestRules> {
  const row = await tx.scheme.findUniqueOrThrow({ where: { code: schemeCode } });
  const { testGatePercent, testMinutes, testBlueprint } = testParameters.parse(row.parameters);
  return { schemeCode, gatePercent: testGatePercent, minutes: testMinutes, blueprint: testBlueprint };
}

export async function findBank(tx: Transaction): Promise<BankItem[]> {
  const rows = await tx.testItem.findMany({
    where: { active: true },
    select: { id: true, code: true, kind: true, options: true, pairCode: true },
  });
  return rows.map((row) => ({ ...row, options: row.options.length }));
}

export async function insertAttempt(
  tx: Transaction,
  attempt: {
    readonly id: TestAttemptId;
    readonly participantId: ParticipantId;
    readonly schemeCode: string;
    readonly seed: Uint8Array<ArrayBuffer>;
    readonly startedAt: Date;
    readonly endsAt: Date;
  },
  questions: readonly DrawnQuestion[],
): Promise<void> {
  await tx.testAttempt.create({ data: attempt });
  await tx.testAnswer.createMany({
    data: questions.map((question) => ({
      ...question,
      optionOrder: [...question.optionOrder],
      attemptId: attempt.id,
    })),
  });
}

export async function findOptionOrder(
  tx: Transaction,
  attemptId: TestAttemptId,
  position: number,
): Promise<readonly number[] | null> {
  const row = await tx.testAnswer.findUnique({
    where: { attemptId_position: { attemptId, position } },
    select: { optionOrder: true },
  });
  return row?.optionOrder ?? null;
}

export async function saveChoice(
  tx: Transaction,
  answer: { readonly attemptId: TestAttemptId; readonly position: number },
  choice: number,
  now: Date,
): Promise<void> {
  await tx.testAnswer.update({ where: { attemptId_position: answer }, data: { choice, answeredAt: now } });
}

export async function countQuestions(tx: Transaction, attemptId: TestAttemptId): Promise<number> {
  return tx.testAnswer.count({ where: { attemptId } });
}

/** The answers of an attempt with the gate of the scheme that it was started under. */
export async function findAnswersToScore(
  tx: Transaction,
  attemptId: TestAttemptId,
): Promise<{ readonly answers: AnswerToScore[]; readonly gatePercent: number }> {
  const attempt = await tx.testAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { schemeCode: true, answers: { select: { choice: true, item: true } } },
  });
  const { gatePercent } = await findTestRules(tx, attempt.schemeCode);
  const answers = attempt.answers.map(({ choice, item }) => ({
    ...item,
    options: item.options.length,
    choice,
  }));
  return { answers, gatePercent };
}

/** Keeps the score, once; says whether it was this hand-in that counted. */
export async function markSubmitted(
  tx: Transaction,
  id: TestAttemptId,
  submission: { readonly at: Date; readonly by: "participant" | "deadline"; readonly verdict: TestVerdict },
): Promise<boolean> {
  const { at, by, verdict } = submission;
  const { count } = await tx.testAttempt.updateMany({
    where: { id, submittedAt: null },
    data: { submittedAt: at, submittedBy: by, score: verdict.score, passed: verdict.passed },
  });
  return count === 1;
}

/** One attempt whose time is over and that nobody handed in, locked; others at work on one are passed by. */
export async function lockOverdueAttempt(tx: Transaction, now: Date): Promise<TestAttempt | null> {
  const [row] = await tx.$queryRaw<{ id: string; participant_id: string; started_at: Date; ends_at: Date }[]>`
    SELECT id, participant_id, started_at, ends_at FROM test_attempt
    WHERE submitted_at IS NULL AND ends_at <= ${now} AND superseded_at IS NULL
    ORDER BY ends_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!row) return null;
  return {
    id: row.id as TestAttemptId,
    participantId: row.participant_id as ParticipantId,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    submittedAt: null,
    passed: null,
  };
}

export async function supersede(tx: Transaction, id: TestAttemptId, now: Date): Promise<void> {
  await tx.testAttempt.update({ where: { id }, data: { supersededAt: now } });
}
