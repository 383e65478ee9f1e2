import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { IncentiveKind, IncentivePaymentId, OpenOrder, PaymentOrderId } from "../types.ts";

type PayableRow = {
  readonly paymentId: IncentivePaymentId;
  readonly participantId: ParticipantId;
  readonly amount: bigint;
  readonly institution: string;
  readonly numberCipher: Uint8Array;
  readonly holderName: string;
};
export type PayablePayment = Omit<OpenOrder, "orderId" | "orderedAt">;

/**
 * Payments whose day has come, with a verified account and an active membership; locked, and skipped by every other
 * worker. The share locks keep account and membership as they are until the intent is written.
 */
export async function lockPayablePayments(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<PayablePayment[]> {
  const rows = await tx.$queryRaw<PayableRow[]>`
    SELECT p.id AS "paymentId", p.participant_id AS "participantId", p.amount, a.institution,
           a.number_cipher AS "numberCipher", coalesce(a.holder_name, '') AS "holderName"
    FROM incentive_payment p
    JOIN payout_account a ON a.participant_id = p.participant_id AND a.status = 'verified'
    JOIN membership m ON m.participant_id = p.participant_id AND m.status = 'active'
    WHERE p.status = 'scheduled' AND p.scheduled_for <= ${now}
    ORDER BY p.scheduled_for, p.id
    LIMIT ${limit}
    FOR UPDATE OF p SKIP LOCKED
    FOR SHARE OF a, m SKIP LOCKED`;
  return rows.map(withNumber);
}

/** Writes the intent to pay: from here on the partner may know of it. */
export async function insertOrders(
  tx: Transaction,
  orders: readonly OpenOrder[],
  askAgainAt: Date,
): Promise<void> {
  await tx.paymentOrder.createMany({
    data: orders.map(({ orderId, paymentId, orderedAt }) => ({
      id: orderId,
      paymentId,
      createdAt: orderedAt,
    })),
  });
  await tx.incentivePayment.updateMany({
    where: { id: { in: orders.map((order) => order.paymentId) } },
    data: { status: "processing", nextAttemptAt: askAgainAt },
  });
}

/** Orders whose outcome nobody has heard and whose sender had its time; locked, skipped by other workers. */
export async function lockUnknownOrders(tx: Transaction, now: Date, limit: number): Promise<OpenOrder[]> {
  const rows = await tx.$queryRaw<
    (PayableRow & { readonly orderId: PaymentOrderId; readonly orderedAt: Date })[]
  >`
    SELECT o.id AS "orderId", o.created_at AS "orderedAt", p.id AS "paymentId",
           p.participant_id AS "participantId", p.amount, a.institution,
           a.number_cipher AS "numberCipher", coalesce(a.holder_name, '') AS "holderName"
    FROM incentive_payment p
    JOIN payment_order o ON o.payment_id = p.id AND (o.outcome IS NULL OR o.outcome = 'unknown')
    JOIN payout_account a ON a.participant_id = p.participant_id
    WHERE p.status = 'processing' AND p.next_attempt_at <= ${now}
    ORDER BY p.next_attempt_at, p.id
    LIMIT ${limit}
    FOR UPDATE OF p SKIP LOCKED`;
  return rows.map(withNumber);
}

export async function postponeQuestion(
  tx: Transaction,
  order: Pick<OpenOrder, "orderId" | "paymentId">,
  askAgainAt: Date,
): Promise<void> {
  await tx.paymentOrder.update({ where: { id: order.orderId }, data: { outcome: "unknown" } });
  await tx.incentivePayment.update({
    where: { id: order.paymentId },
    data: { nextAttemptAt: askAgainAt },
  });
}

export type PaymentUnderWay = {
  readonly orderId: PaymentOrderId;
  readonly paymentId: IncentivePaymentId;
  readonly participantId: ParticipantId;
  readonly kind: IncentiveKind;
  readonly amount: bigint;
};

/**
 * Those of these orders that are still open, with their payments locked. Who settled before us leaves nothing. In the
 * order of people, so that two settlements meet their ledger accounts in the same order.
 */
export async function lockOpenOrders(
  tx: Transaction,
  ids: readonly PaymentOrderId[],
): Promise<PaymentUnderWay[]> {
  return tx.$queryRaw<PaymentUnderWay[]>`
    SELECT o.id AS "orderId", p.id AS "paymentId", p.participant_id AS "participantId", p.kind::text, p.amount
    FROM payment_order o
    JOIN incentive_payment p ON p.id = o.payment_id
    WHERE o.id = ANY(${[...ids]}::uuid[]) AND (o.outcome IS NULL OR o.outcome = 'unknown') AND p.status = 'processing'
    ORDER BY p.participant_id, p.id
    FOR UPDATE OF o, p`;
}

/** People among these who had received a job-search payment before. */
export async function findAlreadyPaid(
  tx: Transaction,
  ids: readonly ParticipantId[],
): Promise<Set<ParticipantId>> {
  const rows = await tx.incentivePayment.findMany({
    where: { participantId: { in: [...ids] }, kind: "job_search", status: "paid" },
    select: { participantId: true },
    distinct: ["participantId"],
  });
  return new Set(rows.map((row) => row.participantId as ParticipantId));
}

type Paid = {
  readonly orderId: PaymentOrderId;
  readonly paymentId: IncentivePaymentId;
  readonly reference: string;
};

export async function markPaid(tx: Transaction, paid: readonly Paid[], now: Date): Promise<void> {
  await tx.paymentOrder.updateMany({
    where: { id: { in: paid.map((order) => order.orderId) } },
    data: { outcome: "paid", answeredAt: now },
  });
  await tx.$executeRaw`
    UPDATE incentive_payment p
    SET status = 'paid', paid_at = ${now}, next_attempt_at = NULL, reason = NULL, partner_reference = told.reference
    FROM unnest(${paid.map((order) => order.paymentId)}::uuid[], ${paid.map((order) => order.reference)}::text[])
      AS told (id, reference)
    WHERE p.id = told.id`;
}

export async function markOrderRefused(
  tx: Transaction,
  id: PaymentOrderId,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.paymentOrder.update({ where: { id }, data: { outcome: "refused", reason, answeredAt: now } });
}

function withNumber<Row extends PayableRow>({ numberCipher, ...row }: Row) {
  return { ...row, number: decryptField(numberCipher) };
}
