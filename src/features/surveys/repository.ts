import type { Transaction } from "#platform/db/client.ts";
import type { SurveyAnswers, SurveyRound } from "./types.ts";

/** Writes down the rounds of one person; those that are there already stay as they are. */
export async function insertRounds(
  tx: Transaction,
  participantId: string,
  rounds: readonly Pick<SurveyRound, "number" | "opensAt" | "closesAt">[],
): Promise<void> {
  await tx.surveyRound.createMany({
    data: rounds.map((round) => ({ participantId, ...round })),
    skipDuplicates: true,
  });
}

/** The round, locked until this transaction ends, so that it is filled in once. */
export async function lockRound(
  tx: Transaction,
  participantId: string,
  number: number,
): Promise<SurveyRound | null> {
  await tx.$queryRaw`SELECT 1 FROM survey_round WHERE participant_id = ${participantId}::uuid AND number = ${number} FOR UPDATE`;
  return tx.surveyRound.findUnique({
    where: { participantId_number: { participantId, number } },
    select: { number: true, opensAt: true, closesAt: true, submittedAt: true },
  });
}

export async function saveAnswers(
  tx: Transaction,
  key: { readonly participantId: string; readonly number: number },
  answers: SurveyAnswers,
  submittedAt: Date,
): Promise<void> {
  await tx.surveyRound.update({
    where: { participantId_number: key },
    data: { answers: { ...answers }, submittedAt },
  });
}

type Opened = { readonly participantId: string; readonly number: number; readonly isTold: boolean };

/**
 * Takes rounds that have opened and were not announced, oldest first, and marks them. Those that are over, filled in,
 * or of a locked account are marked without being told.
 */
export async function takeOpenedRounds(tx: Transaction, now: Date, limit: number): Promise<Opened[]> {
  return tx.$queryRaw<Opened[]>`
    UPDATE survey_round AS round SET announced_at = ${now}
    FROM (
      SELECT participant_id, number FROM survey_round WHERE announced_at IS NULL AND opens_at <= ${now}
      ORDER BY opens_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS due, account
    WHERE round.participant_id = due.participant_id AND round.number = due.number AND account.id = due.participant_id
    RETURNING round.participant_id::text AS "participantId", round.number::int AS number,
      (round.closes_at >= ${now} AND round.submitted_at IS NULL AND account.locked_at IS NULL) AS "isTold"`;
}
