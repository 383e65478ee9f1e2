import type { CourseId } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { PurchaseId, PurchaseState } from "../types.ts";

/** The person's own purchase, locked until this transaction ends; null when it is not theirs. */
export async function lockPurchase(
  tx: Transaction,
  participantId: ParticipantId,
  id: string,
): Promise<PurchaseState | null> {
  await tx.$queryRaw`
    SELECT 1 FROM purchase WHERE id = ${id}::uuid AND participant_id = ${participantId}::uuid FOR UPDATE`;
  return findState(tx, { id, participantId });
}

/** The purchase that has this redeem code, whoever bought it, locked until this transaction ends. */
export async function lockPurchaseOfCode(tx: Transaction, redeemCode: string): Promise<PurchaseState | null> {
  await tx.$queryRaw`SELECT 1 FROM purchase WHERE redeem_code = ${redeemCode} FOR UPDATE`;
  return findState(tx, { redeemCode });
}

/** The person's own purchase that has this code; null when none has. */
export async function findPurchaseOfCode(
  tx: Transaction,
  participantId: ParticipantId,
  redeemCode: string,
): Promise<PurchaseState | null> {
  return findState(tx, { redeemCode, participantId });
}

type Sold = { readonly platformSlug: string; readonly invoiceCode: string; readonly transactionCode: string };

/** Who bought what a platform sold under these codes; null when it sold nothing like it. */
export async function findSold(
  tx: Transaction,
  { platformSlug, invoiceCode, transactionCode }: Sold,
): Promise<{ readonly id: string; readonly participantId: ParticipantId } | null> {
  const row = await tx.purchase.findFirst({
    where: { platformSlug, invoiceCode, transactionCode, channel: "platform" },
    select: { id: true, participantId: true },
  });
  return row && { id: row.id, participantId: row.participantId as ParticipantId };
}

type Where = { readonly participantId?: string; readonly id?: string; readonly redeemCode?: string };

async function findState(tx: Transaction, where: Where): Promise<PurchaseState | null> {
  const row = await tx.purchase.findFirst({
    where,
    select: {
      ...{ id: true, participantId: true, courseId: true, scheduleId: true, price: true, commission: true },
      ...{ status: true, redeemFrom: true, redeemBy: true, cancelBy: true },
      ...{ providerSlug: true, platformSlug: true },
    },
  });
  if (!row) return null;
  const course = await tx.course.findUniqueOrThrow({
    where: { id: row.courseId },
    select: { slug: true, mode: true },
  });
  return {
    ...row,
    id: row.id as PurchaseId,
    participantId: row.participantId as ParticipantId,
    courseId: row.courseId as CourseId,
    courseSlug: course.slug,
    mode: course.mode,
  };
}

export async function markRedeemed(tx: Transaction, id: PurchaseId, now: Date): Promise<void> {
  await tx.purchase.update({ where: { id }, data: { status: "redeemed", redeemedAt: now } });
}

/** Finished and reviewed; a purchase that is no longer open stays as it is. */
export async function markFinished(
  tx: Transaction,
  participantId: ParticipantId,
  id: string,
  now: Date,
): Promise<void> {
  await tx.purchase.updateMany({
    where: { id, participantId, status: "redeemed" },
    data: { status: "finished", finishedAt: now },
  });
}

/** The membership was revoked: the training that was under way is lost, and its seat stays paid. */
export async function markForfeited(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.purchase.updateMany({
    where: { participantId, status: { in: ["bought", "redeemed"] } },
    data: { status: "forfeited" },
  });
}

type Waiting = { readonly id: string; readonly participantId: ParticipantId };

/** Purchases that were not redeemed of schedules that their provider called off; of one schedule, or of all. */
export async function findCalledOff(
  tx: Transaction,
  scheduleId: string | null,
  limit: number,
): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT p.id::text AS id, p.participant_id::text AS "participantId"
    FROM course_schedule s JOIN purchase p ON p.schedule_id = s.id AND p.status = 'bought'
    LEFT JOIN membership m ON m.participant_id = p.participant_id
    WHERE s.cancelled_at IS NOT NULL AND (${scheduleId}::uuid IS NULL OR s.id = ${scheduleId}::uuid)
      AND coalesce(m.status::text, 'active') = 'active'
    ORDER BY p.id LIMIT ${limit}`;
}
