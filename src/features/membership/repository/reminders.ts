import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";

type Window = { readonly from: Date; readonly to: Date };
type Unbought = { readonly participantId: ParticipantId; readonly determinedAt: Date };
type Unfinished = {
  readonly participantId: ParticipantId;
  readonly purchaseId: string;
  readonly finishBy: Date;
};

/**
 * Members of a scheme, determined in this window, who have not bought and were not yet reminded of it. Whoever's training
 * was called off has another day, and was told of it then.
 */
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
      AND NOT EXISTS (SELECT 1 FROM purchase p WHERE p.participant_id = m.participant_id
                        AND (p.status <> 'cancelled' OR p.cancel_cause = 'schedule'))
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

type Unredeemed = {
  readonly participantId: ParticipantId;
  readonly purchaseId: string;
  readonly redeemBy: Date;
};

/** Members whose code can be redeemed until a moment in this window, and who were not yet reminded of it. */
export async function findUnredeemedToRemind(
  tx: Transaction,
  ends: Window,
  daysBefore: number,
  limit: number,
): Promise<Unredeemed[]> {
  return tx.$queryRaw<Unredeemed[]>`
    SELECT p.participant_id AS "participantId", p.id AS "purchaseId", p.redeem_by AS "redeemBy"
    FROM purchase p
    JOIN membership m ON m.participant_id = p.participant_id AND m.status = 'active'
    WHERE p.status = 'bought' AND p.redeem_by >= ${ends.from} AND p.redeem_by < ${ends.to}
      AND NOT EXISTS (SELECT 1 FROM deadline_reminder r WHERE r.participant_id = p.participant_id
                        AND r.subject = 'redeem:' || p.id AND r.days_before = ${daysBefore})
    ORDER BY p.redeem_by, p.id LIMIT ${limit}`;
}

type Next = { readonly participantId: ParticipantId; readonly purchaseId: string; readonly finishedAt: Date };

/**
 * Members of a scheme whose last training was reviewed in this window, with money left and none under way, who were not
 * yet reminded of buying the next one.
 */
export async function findNextToRemind(
  tx: Transaction,
  schemeCode: string,
  finished: Window,
  daysBefore: number,
  limit: number,
): Promise<Next[]> {
  return tx.$queryRaw<Next[]>`
    SELECT p.participant_id AS "participantId", p.id AS "purchaseId", p.finished_at AS "finishedAt"
    FROM purchase p
    JOIN membership m ON m.participant_id = p.participant_id AND m.status = 'active'
    JOIN determination d ON d.participant_id = m.participant_id
    JOIN wave w ON w.id = d.wave_id
    JOIN ledger_account a ON a.kind = 'training_balance' AND a.owner = p.participant_id::text AND a.balance > 0
    WHERE p.status = 'finished' AND w.scheme_code = ${schemeCode}
      AND p.finished_at >= ${finished.from} AND p.finished_at < ${finished.to}
      AND NOT EXISTS (SELECT 1 FROM purchase later WHERE later.participant_id = p.participant_id
                        AND (later.status IN ('bought', 'redeemed') OR later.finished_at > p.finished_at))
      AND NOT EXISTS (SELECT 1 FROM deadline_reminder r WHERE r.participant_id = p.participant_id
                        AND r.subject = 'next:' || p.id AND r.days_before = ${daysBefore})
    ORDER BY p.finished_at, p.id LIMIT ${limit}`;
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
