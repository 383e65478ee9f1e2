import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { CaseId } from "../types.ts";

type Refused = {
  readonly at: Date;
  readonly isReviewed: boolean;
  readonly reason: string;
  /** "YYYY-MM-DD", the last day of a bar; null for every other reason. */
  readonly barredUntil: string | null;
};

/** The refusal that stands for this person, locked; null when the check is not refused. */
export async function lockRefusal(tx: Transaction, participantId: ParticipantId): Promise<Refused | null> {
  const [row] = await tx.$queryRaw<Refused[]>`
    SELECT coalesce(reviewed_at, checked_at, requested_at) AS at, reviewed_at IS NOT NULL AS "isReviewed", reason,
           CASE reason WHEN 'verification-blacklisted' THEN answer->'blacklist'->'entry'->>'until' END AS "barredUntil"
    FROM verification WHERE participant_id = ${participantId}::uuid AND status = 'refused' FOR UPDATE`;
  return row ?? null;
}

export async function isAppealed(tx: Transaction, participantId: ParticipantId, against: Date) {
  return (await tx.reviewCase.count({ where: { participantId, against } })) > 0;
}

/** The decision of the staff that led to a refusal. */
export async function findRefusingCase(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<CaseId | null> {
  const row = await tx.reviewCase.findFirst({
    where: { participantId, decision: "refused" },
    orderBy: { decidedAt: "desc" },
    select: { id: true },
  });
  return row && (row.id as CaseId);
}

/** Removes an open case that nothing waits for any more, so that another may be opened. */
export async function removeOpenCase(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.reviewCase.deleteMany({ where: { participantId, decision: null } });
}
