import { z } from "zod";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { MemberFacts, MembershipStatus, PurchaseTerm, RevocationReason } from "../types.ts";

export async function insertMembership(
  tx: Transaction,
  participantId: ParticipantId,
  since: Date,
): Promise<void> {
  await tx.membership.createMany({
    data: [{ participantId, status: "active", since }],
    skipDuplicates: true,
  });
}

const terms = z.object({
  daysToFirstPurchase: z.int().min(1),
  daysToNextPurchase: z.int().min(1).nullable(),
});

/** Every scheme's terms for buying. */
export async function findPurchaseTerms(tx: Transaction): Promise<PurchaseTerm[]> {
  const rows = await tx.scheme.findMany({ select: { code: true, parameters: true } });
  return rows.map(({ code, parameters }) => {
    const { daysToFirstPurchase, daysToNextPurchase } = terms.parse(parameters);
    return { schemeCode: code, days: daysToFirstPurchase, daysToNext: daysToNextPurchase };
  });
}

type Row = { readonly participantId: ParticipantId };

/**
 * Members of a scheme who were determined before this moment and never bought a training; what a provider called off
 * after it gives them the term again.
 */
export async function findWithoutPurchase(
  tx: Transaction,
  schemeCode: string,
  determinedBefore: Date,
  limit: number,
): Promise<ParticipantId[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.participant_id AS "participantId"
    FROM membership m
    JOIN determination d ON d.participant_id = m.participant_id
    JOIN wave w ON w.id = d.wave_id
    WHERE m.status = 'active' AND w.scheme_code = ${schemeCode} AND d.determined_at < ${determinedBefore}
      AND NOT EXISTS (SELECT 1 FROM purchase p WHERE p.participant_id = m.participant_id
                        AND (p.status <> 'cancelled'
                          OR p.cancel_cause = 'schedule' AND p.cancelled_at >= ${determinedBefore}))
    ORDER BY d.determined_at, m.participant_id LIMIT ${limit}`;
  return rows.map((row) => row.participantId);
}

/** Members whose training is over its last day and not completed. */
export async function findUnfinished(tx: Transaction, now: Date, limit: number): Promise<ParticipantId[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.participant_id AS "participantId"
    FROM purchase p
    JOIN membership m ON m.participant_id = p.participant_id AND m.status = 'active'
    WHERE p.status IN ('bought', 'redeemed') AND p.finish_by < ${now}
      AND NOT EXISTS (SELECT 1 FROM training_completion c WHERE c.purchase_id = p.id)
    ORDER BY p.finish_by, p.id LIMIT ${limit}`;
  return rows.map((row) => row.participantId);
}

/** The membership, locked, and everything that decides about it; null when there is none. */
export async function lockMemberFacts(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<MemberFacts | null> {
  const [row] = await tx.$queryRaw<FactsRow[]>`
    SELECT m.status::text, d.determined_at AS "determinedAt", s.parameters
    FROM membership m
    JOIN determination d ON d.participant_id = m.participant_id
    JOIN wave w ON w.id = d.wave_id
    JOIN scheme s ON s.code = w.scheme_code
    WHERE m.participant_id = ${participantId}::uuid FOR UPDATE OF m`;
  if (!row) return null;
  const purchases = await tx.purchase.findMany({
    where: { participantId, status: { in: ["bought", "redeemed", "finished"] } },
    select: { id: true, status: true, finishBy: true },
  });
  const calledOff = await tx.purchase.findFirst({
    where: { participantId, cancelCause: "schedule" },
    orderBy: { cancelledAt: "desc" },
    select: { cancelledAt: true },
  });
  const underWay = purchases.find((purchase) => purchase.status !== "finished");
  const completions = underWay
    ? await tx.trainingCompletion.count({ where: { purchaseId: underWay.id } })
    : 0;
  return {
    participantId,
    status: row.status,
    determinedAt: row.determinedAt,
    daysToFirstPurchase: terms.parse(row.parameters).daysToFirstPurchase,
    calledOffAt: calledOff?.cancelledAt ?? null,
    hasBought: purchases.length > 0,
    training: underWay ? { finishBy: underWay.finishBy, isCompleted: completions > 0 } : null,
  };
}

type FactsRow = {
  readonly status: MembershipStatus;
  readonly determinedAt: Date;
  readonly parameters: unknown;
};

export async function markRevoked(
  tx: Transaction,
  participantId: ParticipantId,
  reason: RevocationReason,
  now: Date,
): Promise<void> {
  await tx.membership.update({
    where: { participantId },
    data: { status: "revoked", reason, endedAt: now },
  });
}

/** Puts the person's NIK on the blacklist; without a NIK nobody became a member. */
export async function insertBlacklistEntry(
  tx: Transaction,
  participantId: ParticipantId,
  reason: RevocationReason,
  since: Date,
): Promise<void> {
  const row = await tx.registration.findUnique({ where: { participantId }, select: { nikIndex: true } });
  if (!row?.nikIndex) return;
  await tx.blacklistEntry.createMany({
    data: [{ nikIndex: row.nikIndex, reason, since }],
    skipDuplicates: true,
  });
}

/** The training balance in rupiah, locked: no purchase or cancellation moves it until this transaction ends. */
export async function lockTrainingBalance(tx: Transaction, participantId: ParticipantId): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ readonly balance: bigint }[]>`
    SELECT balance FROM ledger_account
    WHERE kind = 'training_balance' AND owner = ${participantId} FOR UPDATE`;
  return row?.balance ?? 0n;
}
