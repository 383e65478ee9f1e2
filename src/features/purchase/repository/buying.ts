import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { CancelCause, IntentId, PurchaseDates, PurchaseId, Seller } from "../types.ts";

/**
 * Whether the membership has ended, held as it is until this transaction ends: a revocation that is under way is waited
 * for, and none overtakes. A recipient whose membership is not written down yet counts as a member.
 */
export async function lockMembership(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ readonly status: string }[]>`
    SELECT status::text FROM membership WHERE participant_id = ${participantId}::uuid FOR SHARE`;
  return row !== undefined && row.status !== "active";
}

/** Locks the person's card until this transaction ends: of one person one purchase at a time goes on. */
export async function lockCard(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM recipient_card WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  await lockMembership(tx, participantId);
}

/** Whose card has this number; null when nobody's. */
export async function findCardHolder(tx: Transaction, cardNumber: string): Promise<ParticipantId | null> {
  const card = await tx.recipientCard.findUnique({
    where: { numberIndex: blindIndex("card", cardNumber) },
    select: { participantId: true },
  });
  return card && (card.participantId as ParticipantId);
}

export async function giveSeatBack(tx: Transaction, scheduleId: string): Promise<void> {
  await tx.courseSchedule.update({ where: { id: scheduleId }, data: { seatsTaken: { decrement: 1 } } });
}

export type NewPurchase = PurchaseDates & {
  readonly id: PurchaseId;
  readonly participantId: ParticipantId;
  readonly courseId: CourseId;
  readonly courseVersion: number;
  readonly scheduleId: ScheduleId;
  readonly channel: Seller["channel"];
  readonly platformSlug: string;
  readonly providerSlug: string;
  readonly invoiceCode: string;
  readonly transactionCode: string;
  readonly redeemCode: string;
  readonly price: bigint;
  readonly commission: bigint;
  readonly purchasedAt: Date;
};

/**
 * Writes the purchase down, ends the waiting for it and takes its seat, in one statement: the schedule's row is held until
 * the transaction ends, so this comes as late as it can. Unless it says "bought", the caller has to undo all of it.
 */
export async function insertPurchase(
  tx: Transaction,
  purchase: NewPurchase,
  intentId: IntentId,
): Promise<"bought" | "invoice-taken" | "no-seat"> {
  const { id, participantId, courseId, courseVersion, scheduleId, channel, platformSlug, providerSlug } =
    purchase;
  const { invoiceCode, transactionCode, redeemCode, price, commission } = purchase;
  const { purchasedAt, redeemFrom, redeemBy, cancelBy, finishBy } = purchase;
  const [row] = await tx.$queryRaw<{ readonly is_written: boolean; readonly is_seated: boolean }[]>`
    WITH written AS (
      INSERT INTO purchase (id, participant_id, course_id, course_version, schedule_id, channel, platform_slug, provider_slug,
        invoice_code, transaction_code, redeem_code, price, commission, status, purchased_at, redeem_from, redeem_by, cancel_by, finish_by)
      VALUES (${id}::uuid, ${participantId}::uuid, ${courseId}::uuid, ${courseVersion}, ${scheduleId}::uuid,
        ${channel}::purchase_channel, ${platformSlug}, ${providerSlug}, ${invoiceCode}, ${transactionCode}, ${redeemCode}, ${price},
        ${commission}, 'bought', ${purchasedAt}, ${redeemFrom}, ${redeemBy}, ${cancelBy}, ${finishBy})
      ON CONFLICT (platform_slug, invoice_code) DO NOTHING RETURNING id, schedule_id
    ), fulfilled AS (
      UPDATE purchase_intent i SET purchase_id = w.id FROM written w WHERE i.id = ${intentId}::uuid
    ), seated AS (
      UPDATE course_schedule s SET seats_taken = seats_taken + 1 FROM written w
      WHERE s.id = w.schedule_id AND s.cancelled_at IS NULL AND s.seats_taken < s.seats RETURNING s.id
    )
    SELECT EXISTS (SELECT FROM written) AS is_written, EXISTS (SELECT FROM seated) AS is_seated`;
  if (!row?.is_written) return "invoice-taken";
  return row.is_seated ? "bought" : "no-seat";
}

export type NewIntent = {
  readonly id: IntentId;
  readonly participantId: ParticipantId;
  readonly courseId: CourseId;
  readonly scheduleId: ScheduleId;
  readonly amount: bigint;
  readonly channel: Seller["channel"];
  readonly clientCode: string | null;
  readonly tokenIndex: Uint8Array<ArrayBuffer> | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertIntent(tx: Transaction, intent: NewIntent): Promise<void> {
  await tx.purchaseIntent.create({ data: intent });
}

/** A new code was sent: the intent lives as long as that code. */
export async function prolongIntent(tx: Transaction, id: IntentId, expiresAt: Date): Promise<void> {
  await tx.purchaseIntent.update({ where: { id }, data: { expiresAt } });
}

export async function markCancelled(
  tx: Transaction,
  id: PurchaseId,
  cancelCause: CancelCause,
  now: Date,
): Promise<void> {
  await tx.purchase.update({ where: { id }, data: { status: "cancelled", cancelledAt: now, cancelCause } });
}
