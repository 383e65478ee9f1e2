import type { Transaction } from "#platform/db/client.ts";
import type { CaseId } from "../types.ts";

/** Open cases that somebody took and kept, the longest first. */
export async function findHeldCases(
  tx: Transaction,
  limit: number,
): Promise<readonly { readonly id: CaseId; readonly assignedAt: Date }[]> {
  return tx.$queryRaw`
    SELECT id, assigned_at AS "assignedAt" FROM review_case
    WHERE decision IS NULL AND assigned_at IS NOT NULL
    ORDER BY assigned_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

/** Open cases whose term is over and that were not yet marked. */
export async function findOverdueCases(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<readonly { readonly id: CaseId; readonly participantId: string }[]> {
  return tx.$queryRaw`
    SELECT id, participant_id AS "participantId" FROM review_case
    WHERE decision IS NULL AND due_at < ${now} AND overdue_at IS NULL
    ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

export async function markOverdue(tx: Transaction, id: CaseId, now: Date): Promise<void> {
  await tx.reviewCase.update({ where: { id }, data: { overdueAt: now } });
}
