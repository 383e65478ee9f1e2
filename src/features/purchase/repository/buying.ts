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

/** Takes a seat if one is left. The row is held until the end, so this comes as late as it can. */
export async function takeSeat(tx: Transaction, scheduleId: ScheduleId): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE course_schedule SET seats_taken = seats_taken + 1
    WHERE id = ${scheduleId}::uuid AND cancelled_at IS NULL AND seats_taken < seats`;
  return taken === 1;
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

/** Writes the purchase down; false when the platform has used this invoice code before. */
export async function insertPurchase(tx: Transaction, purchase: NewPurchase): Promise<boolean> {
  const { platformSlug, invoiceCode } = purchase;
  const key = { platformSlug_invoiceCode: { platformSlug, invoiceCode } };
  if (await tx.purchase.findUnique({ where: key, select: { id: true } })) return false;
  await tx.purchase.create({ data: { ...purchase, status: "bought" } });
  return true;
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

export async function fulfilIntent(tx: Transaction, id: IntentId, purchaseId: PurchaseId): Promise<void> {
  await tx.purchaseIntent.update({ where: { id }, data: { purchaseId } });
}

export async function markCancelled(
  tx: Transaction,
  id: PurchaseId,
  cancelCause: CancelCause,
  now: Date,
): Promise<void> {
  await tx.purchase.update({ where: { id }, data: { status: "cancelled", cancelledAt: now, cancelCause } });
}
