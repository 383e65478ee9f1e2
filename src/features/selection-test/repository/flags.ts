import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { FlagEvidence, TestFlagVerdict, TimedAnswer } from "../types/flags.ts";
import type { TestAttemptId } from "../types.ts";

/** The answers of a handed-in attempt with their times; null when there is no such attempt any more. */
export async function findTimedAnswers(
  tx: Transaction,
  attemptId: TestAttemptId,
): Promise<{ readonly submittedAt: Date; readonly answers: readonly TimedAnswer[] } | null> {
  const row = await tx.testAttempt.findUnique({
    where: { id: attemptId },
    select: {
      submittedAt: true,
      answers: {
        select: {
          itemId: true,
          choice: true,
          firstShownAt: true,
          answeredAt: true,
          item: { select: { kind: true, answer: true } },
        },
      },
    },
  });
  if (!row?.submittedAt) return null;
  const answers = row.answers.map(({ item, ...answer }) => ({ ...item, ...answer }));
  return { submittedAt: row.submittedAt, answers };
}

/** Lets those with the same fingerprint come one after another, so that of two at once the later one sees the other. */
export async function lockFingerprint(tx: Transaction, fingerprint: string): Promise<void> {
  await takeTurn(tx, fingerprint);
}

export async function keepFingerprint(
  tx: Transaction,
  id: TestAttemptId,
  fingerprint: string,
): Promise<void> {
  await tx.testAttempt.update({ where: { id }, data: { wrongFingerprint: fingerprint } });
}

/** Attempts that are looked at for one flag, and counted up to; one look-up in the index, however many people there are. */
const MOST_ALIKE = 50;

/** Attempts of other people with this fingerprint that were handed in between two moments. */
export async function findAlike(
  tx: Transaction,
  id: TestAttemptId,
  alike: { readonly fingerprint: string; readonly from: Date; readonly until: Date },
): Promise<readonly TestAttemptId[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT other.id FROM test_attempt AS other
    WHERE other.wrong_fingerprint = ${alike.fingerprint}
      AND other.submitted_at BETWEEN ${alike.from} AND ${alike.until}
      AND other.participant_id <> (SELECT participant_id FROM test_attempt WHERE id = ${id}::uuid)
    ORDER BY other.submitted_at LIMIT ${MOST_ALIKE}`;
  return rows.map((row) => row.id as TestAttemptId);
}

/** One flag of a kind for an attempt; one that stands already stays as it is. */
export async function raiseFlag(
  tx: Transaction,
  flag: {
    readonly id: string;
    readonly attemptId: TestAttemptId;
    readonly evidence: FlagEvidence;
    readonly raisedAt: Date;
  },
): Promise<void> {
  const { evidence } = flag;
  await tx.testFlag.createMany({
    data: [{ ...flag, evidence: { ...evidence }, kind: evidence.kind }],
    skipDuplicates: true,
  });
}

export async function lockFlag(
  tx: Transaction,
  id: string,
): Promise<{ readonly verdict: TestFlagVerdict | null } | null> {
  const [row] = await tx.$queryRaw<{ verdict: TestFlagVerdict | null }[]>`
    SELECT verdict::text AS verdict FROM test_flag WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

export async function keepJudgement(
  tx: Transaction,
  id: string,
  judgement: {
    readonly judgedBy: AccountId;
    readonly judgedAt: Date;
    readonly verdict: TestFlagVerdict;
    readonly note: string;
  },
): Promise<void> {
  await tx.testFlag.update({ where: { id }, data: judgement });
}

/** Whether somebody judged that this attempt needs another one. */
export async function isAnotherRequired(tx: Transaction, attemptId: TestAttemptId): Promise<boolean> {
  return (await tx.testFlag.count({ where: { attemptId, verdict: "another_attempt" } })) > 0;
}
