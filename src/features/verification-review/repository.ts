import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import type { CaseFacts, CaseId, CaseReason, ReviewDecision, ReviewKind } from "./types.ts";

type Row = Omit<CaseFacts, "isAwaited"> & { readonly status: string | null };

/** The case, locked; null when there is none. */
export async function lockCase(tx: Transaction, id: CaseId): Promise<CaseFacts | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.participant_id AS "participantId", c.kind::text AS kind, c.decision::text AS decision,
           c.assigned_to AS "assignedTo", a.officer_id AS "filledInBy", p.decided_by AS "decidedFirstBy",
           v.status::text AS status
    FROM review_case c
    LEFT JOIN verification v ON v.participant_id = c.participant_id
    LEFT JOIN assisted_registration a ON a.participant_id = c.participant_id
    LEFT JOIN review_case p ON p.id = c.previous_case_id
    WHERE c.id = ${id}::uuid FOR UPDATE OF c`;
  if (!row) return null;
  const { status, ...facts } = row;
  return { ...facts, isAwaited: status === "in_review" || (facts.kind === "appeal" && status === "refused") };
}

export async function assignCase(tx: Transaction, id: CaseId, to: AccountId, now: Date): Promise<void> {
  await tx.reviewCase.update({ where: { id }, data: { assignedTo: to, assignedAt: now } });
}

export async function freeCase(tx: Transaction, id: CaseId): Promise<void> {
  await tx.reviewCase.update({ where: { id }, data: { assignedTo: null, assignedAt: null } });
}

export async function writeDecision(
  tx: Transaction,
  id: CaseId,
  decided: {
    readonly decision: ReviewDecision;
    readonly reason: string | null;
    readonly note: string | null;
    readonly by: AccountId;
    readonly at: Date;
  },
): Promise<void> {
  const { decision, reason, note, by, at } = decided;
  await tx.reviewCase.update({
    where: { id },
    data: {
      decision,
      decisionReason: reason,
      noteCipher: note === null ? null : encryptField(note),
      decidedBy: by,
      decidedAt: at,
    },
  });
}

/** Since when the check of this person waits for a review, locked; null when it does not. */
export async function lockReviewedCheck(tx: Transaction, participantId: ParticipantId): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date }[]>`
    SELECT coalesce(checked_at, requested_at) AS since FROM verification
    WHERE participant_id = ${participantId}::uuid AND status = 'in_review' FOR UPDATE`;
  return row?.since ?? null;
}

/** Whether a case was opened for a check of that moment, open or decided. */
export async function hasCaseSince(tx: Transaction, participantId: ParticipantId, since: Date) {
  return (await tx.reviewCase.count({ where: { participantId, openedAt: { gte: since } } })) > 0;
}

type Opening = { readonly reason: CaseReason; readonly openedAt: Date; readonly dueAt: Date };

/** Begins an open case of an earlier check anew; false when there is none. */
export async function renewOpenCase(
  tx: Transaction,
  participantId: ParticipantId,
  opening: Opening,
): Promise<boolean> {
  const { count } = await tx.reviewCase.updateMany({
    where: { participantId, decision: null },
    data: { ...opening, assignedTo: null, assignedAt: null, overdueAt: null },
  });
  return count > 0;
}

type NewCase = Opening & {
  readonly id: CaseId;
  readonly participantId: ParticipantId;
  readonly kind: ReviewKind;
  readonly appeal?: { readonly statement: string; readonly against: Date; readonly previous: CaseId | null };
};

export async function insertCase(tx: Transaction, { appeal, ...opened }: NewCase): Promise<void> {
  const data = appeal && {
    statementCipher: encryptField(appeal.statement),
    against: appeal.against,
    previousCaseId: appeal.previous,
  };
  await tx.reviewCase.create({ data: { ...opened, ...data } });
}
