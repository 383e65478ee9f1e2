import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { RegisterAgreement, VerificationReason, VerificationStatus } from "./types.ts";

/**
 * Begins the check of a registration sent at this moment; a check that is under way, or done, for it stays as it is.
 * The first attempt is due at once.
 */
export async function openVerification(
  tx: Transaction,
  participantId: ParticipantId,
  submittedAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO verification (participant_id, status, attempts, requested_at, next_attempt_at)
    VALUES (${participantId}::uuid, 'checking', 0, ${submittedAt}, ${submittedAt})
    ON CONFLICT (participant_id) DO UPDATE
    SET status = 'checking', attempts = 0, requested_at = excluded.requested_at,
        next_attempt_at = excluded.next_attempt_at, reason = NULL, checked_at = NULL, answer = NULL
    WHERE verification.requested_at < excluded.requested_at`;
}

/** The check of this person, locked; null when it is not under way. */
export async function lockCheck(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<{
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly nextAttemptAt: Date | null;
} | null> {
  await tx.$queryRaw`SELECT 1 FROM verification WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  return tx.verification.findFirst({
    where: { participantId, status: "checking" },
    select: { attempts: true, requestedAt: true, nextAttemptAt: true },
  });
}

export async function markAttempt(
  tx: Transaction,
  participantId: ParticipantId,
  nextAttemptAt: Date,
): Promise<void> {
  await tx.verification.update({
    where: { participantId },
    data: { attempts: { increment: 1 }, nextAttemptAt },
  });
}

export async function finishVerification(
  tx: Transaction,
  participantId: ParticipantId,
  result: {
    readonly status: Exclude<VerificationStatus, "checking">;
    readonly reason: VerificationReason | null;
    readonly answer: RegisterAgreement;
    readonly checkedAt: Date;
  },
): Promise<void> {
  await tx.verification.update({ where: { participantId }, data: { ...result, nextAttemptAt: null } });
}

/** People whose next attempt is due, the longest waiting first. */
export async function findDueChecks(tx: Transaction, now: Date, limit: number): Promise<ParticipantId[]> {
  const rows = await tx.verification.findMany({
    where: { status: "checking", nextAttemptAt: { lte: now } },
    select: { participantId: true },
    orderBy: { nextAttemptAt: "asc" },
    take: limit,
  });
  return rows.map(({ participantId }) => participantId as ParticipantId);
}
