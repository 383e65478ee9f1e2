import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { rulesOf } from "./schema.ts";
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

type AttemptRow = {
  readonly id: string;
  readonly participant_id: string;
  readonly scheme_code: string;
  readonly started_at: Date;
  readonly ends_at: Date;
  readonly submitted_at: Date | null;
  readonly passed: boolean | null;
  readonly gate_percent: number | null;
};

function attemptOf(row: AttemptRow): TestAttempt {
  return {
    id: row.id as TestAttemptId,
    participantId: row.participant_id as ParticipantId,
    schemeCode: row.scheme_code,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    submittedAt: row.submitted_at,
    passed: row.passed,
    gatePercent: row.gate_percent,
  };
}

/**
 * The attempt that counts (the one that no other superseded), locked: whoever hands it in at the same time waits, so
 * that every answer that was taken is also scored.
 */
export async function lockAttempt(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<TestAttempt | null> {
  const [row] = await tx.$queryRaw<AttemptRow[]>`
    SELECT id, participant_id, scheme_code, started_at, ends_at, submitted_at, passed, gate_percent
    FROM test_attempt WHERE participant_id = ${participantId}::uuid AND superseded_at IS NULL
    FOR NO KEY UPDATE`;
  return row ? attemptOf(row) : null;
}

/** Read in the command's own transaction: a second connection for it would run the pool dry on a busy day. */
export async function isVerifiedNow(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const row = await tx.verification.findUnique({ where: { participantId }, select: { status: true } });
  return row?.status === "verified";
}

export async function findTestRules(tx: Transaction, schemeCode: string): Promise<TestRules> {
  const row = await tx.scheme.findUniqueOrThrow({ where: { code: schemeCode } });
  return rulesOf(schemeCode, row.parameters);
}

/** What a registration says of disability; null when it says nothing. */
export async function findRecordedDisability(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<string | null> {
  const row = await tx.registration.findUnique({ where: { participantId }, select: { disability: true } });
  return row?.disability ?? null;
}

/** The number of this start. A sequence: nobody waits for it, and a start that fails leaves a gap that harms nobody. */
export async function takeSeat(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ seat: number }[]>`SELECT nextval('test_attempt_seat_seq')::int AS seat`;
  if (!row) throw new Error("a sequence always has a next number");
  return row.seat;
}

/** What may be drawn now: approved, and not resting from being shown too often. */
export async function findBank(tx: Transaction): Promise<BankItem[]> {
  const rows = await tx.testItem.findMany({
    where: { active: true, state: "approved" },
    select: {
      id: true,
      code: true,
      kind: true,
      options: true,
      pairCode: true,
      family: true,
      passage: true,
      image: true,
    },
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
    readonly seat: number;
    readonly gatePercent: number;
    readonly extraPercent: number;
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

/** The answers of an attempt, each with the version of the item that was asked. */
export async function findAnswersToScore(
  tx: Transaction,
  attemptId: TestAttemptId,
): Promise<AnswerToScore[]> {
  const rows = await tx.testAnswer.findMany({ where: { attemptId }, select: { choice: true, item: true } });
  return rows.map(({ choice, item }) => ({ ...item, options: item.options.length, choice }));
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
  const [row] = await tx.$queryRaw<AttemptRow[]>`
    SELECT id, participant_id, scheme_code, started_at, ends_at, submitted_at, passed, gate_percent
    FROM test_attempt WHERE submitted_at IS NULL AND ends_at <= ${now} AND superseded_at IS NULL
    ORDER BY ends_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row ? attemptOf(row) : null;
}

/** Gives way to another attempt; the row with its answers is kept. */
export async function supersede(
  tx: Transaction,
  id: TestAttemptId,
  grant: { readonly at: Date; readonly by: AccountId; readonly reason: string },
): Promise<void> {
  await tx.testAttempt.update({
    where: { id },
    data: { supersededAt: grant.at, supersededBy: grant.by, supersededReason: grant.reason },
  });
}
