import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";

type Window = { readonly from: Date; readonly to: Date };
type Unbought = { readonly participantId: ParticipantId; readonly determinedAt: Date };
type Unfinished = {
  readonly participantId: ParticipantId;
  readonly purchaseId: string;
  readonly finishBy: Date;
};

/** Members of a scheme, determined in this window, who have not bought and were not yet reminded of it. */
export async function findUnboughtToRemind(
  tx: Transaction,
  schemeCode: string,
  determined: Window,
  daysBefore: number,
  limit: number,
): Promise<Unbought[]> {
  return tx.$queryRaw<Unbought[]>`
    SELECT m.participant_id AS "participantId", d.determined_at AS "determinedAt"
    FROM membership m
    JOIN determination d ON d.participant_id = m.participant_id
    JOIN wave w ON w.id = d.wave_id
    WHERE m.status = 'active' AND w.scheme_code = ${schemeCode}
      AND d.determined_at >= ${determined.from} AND d.determined_at < ${determined.to}
      AND NOT EXISTS (SELECT 1 FROM purchase p WHERE p.participant_id = m.participant_id AND p.status <> 'cancelled')
      AND NOT EXISTS (SELECT 1 FROM deadline_reminder r WHERE r.participant_id = m.participant_id
                        AND r.subject = 'first-purchase' AND r.days_before = ${daysBefore})
    ORDER BY d.determined_at, m.participant_id LIMIT ${limit}`;
}

/** Members whose training ends in this window, not completed, and who were not yet reminded of it. */
export async function findUnfinishedToRemind(
  tx: Transaction,
  ends: Window,
  daysBefore: number,
  limit: number,
): Promise<Unfinished[]> {
  return tx.$queryRaw<Unfinished[]>`
    SELECT p.participant_id AS "participantId", p.id AS "purchaseId", p.finish_by AS "finishBy"
    FROM purchase p
    JOIN membership m ON m.participant_id = p.participant_id AND m.status = 'active'
    WHERE p.status IN ('bought', 'redeemed') AND p.finish_by >= ${ends.from} AND p.finish_by < ${ends.to}
      AND NOT EXISTS (SELECT 1 FROM training_completion c WHERE c.purchase_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM deadline_reminder r WHERE r.participant_id = p.participant_id
                        AND r.subject = p.id::text AND r.days_before = ${daysBefore})
    ORDER BY p.finish_by, p.id LIMIT ${limit}`;
}

/** Writes a reminder down; says whether it was the first. */
export async function insertReminder(
  tx: Transaction,
  reminder: {
    readonly participantId: ParticipantId;
    readonly subject: string;
    readonly daysBefore: number;
    readonly remindedAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.deadlineReminder.createMany({ data: [reminder], skipDuplicates: true });
  return count === 1;
}
