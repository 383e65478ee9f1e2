import type { CourseId } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { purchaseTerms } from "./schema.ts";
import type {
  Buyer,
  CourseForSale,
  EarlierPurchase,
  PurchaseDates,
  PurchaseId,
  PurchaseState,
} from "./types.ts";

/**
 * Whether the membership has ended, held as it is until this transaction ends: a revocation that is under way is waited
 * for, and none overtakes. A recipient whose membership is not written down yet counts as a member.
 */
export async function lockMembership(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ readonly status: string }[]>`
    SELECT status::text FROM membership WHERE participant_id = ${participantId}::uuid FOR SHARE`;
  return row !== undefined && row.status !== "active";
}

type BuyerRow = {
  readonly number_index: Uint8Array;
  readonly locked_at: Date | null;
  readonly determined_at: Date;
  readonly parameters: unknown;
  readonly balance: bigint | null;
};

/** The buyer with their card, locked until this transaction ends: of one person one purchase at a time goes on. */
export async function lockBuyer(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<(Buyer & { readonly cardIndex: Uint8Array }) | null> {
  const [row] = await tx.$queryRaw<BuyerRow[]>`
    SELECT card.number_index, account.locked_at, determination.determined_at, scheme.parameters,
      (SELECT balance FROM ledger_account WHERE kind = 'training_balance' AND owner = ${participantId}) AS balance
    FROM recipient_card card JOIN account ON account.id = card.participant_id
      JOIN determination ON determination.participant_id = card.participant_id
      JOIN wave ON wave.id = determination.wave_id JOIN scheme ON scheme.code = wave.scheme_code
    WHERE card.participant_id = ${participantId}::uuid FOR UPDATE OF card`;
  if (!row) return null;
  const hasEnded = await lockMembership(tx, participantId);
  return {
    cardIndex: row.number_index,
    hasEnded: hasEnded || row.locked_at !== null,
    determinedAt: row.determined_at,
    balance: row.balance ?? 0n,
    terms: purchaseTerms.parse(row.parameters),
  };
}

/** The course as it is sold; its seats are only counted when one is taken. */
export async function findCourseForSale(tx: Transaction, slug: string): Promise<CourseForSale | null> {
  const row = await tx.course.findUnique({
    where: { slug },
    select: { id: true, price: true, providerSlug: true, seats: true, seatsTaken: true, active: true },
  });
  if (!row) return null;
  const { price, providerSlug, seats, seatsTaken, active } = row;
  return {
    id: row.id as CourseId,
    ...{ slug, price, providerSlug },
    seatsLeft: seats - seatsTaken,
    isActive: active,
  };
}

export async function findEarlierPurchases(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<EarlierPurchase[]> {
  return tx.purchase.findMany({
    where: { participantId },
    select: { courseId: true, status: true, finishedAt: true },
  });
}

/** Takes a seat if one is left. The row is held until the end, so this comes as late as it can. */
export async function takeSeat(tx: Transaction, courseId: CourseId): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE course SET seats_taken = seats_taken + 1
    WHERE id = ${courseId}::uuid AND active AND seats_taken < seats`;
  return taken === 1;
}

export async function giveSeatBack(tx: Transaction, courseId: CourseId): Promise<void> {
  await tx.course.update({ where: { id: courseId }, data: { seatsTaken: { decrement: 1 } } });
}

export async function insertPurchase(
  tx: Transaction,
  purchase: PurchaseDates & {
    readonly id: PurchaseId;
    readonly participantId: ParticipantId;
    readonly courseId: CourseId;
    readonly price: bigint;
    readonly redeemCode: string;
    readonly purchasedAt: Date;
  },
): Promise<void> {
  await tx.purchase.create({ data: { ...purchase, status: "bought" } });
}

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

/** The person's own purchase that has this code; null when none has. */
export async function findPurchaseOfCode(
  tx: Transaction,
  participantId: ParticipantId,
  redeemCode: string,
): Promise<PurchaseState | null> {
  return findState(tx, { redeemCode, participantId });
}

async function findState(
  tx: Transaction,
  where: { readonly participantId: string; readonly id?: string; readonly redeemCode?: string },
): Promise<PurchaseState | null> {
  const row = await tx.purchase.findFirst({
    where,
    select: { id: true, courseId: true, price: true, status: true, redeemBy: true, cancelBy: true },
  });
  if (!row) return null;
  const course = await tx.course.findUniqueOrThrow({
    where: { id: row.courseId },
    select: { slug: true, providerSlug: true },
  });
  return {
    ...row,
    id: row.id as PurchaseId,
    courseId: row.courseId as CourseId,
    courseSlug: course.slug,
    providerSlug: course.providerSlug,
  };
}

export async function markRedeemed(tx: Transaction, id: PurchaseId, now: Date): Promise<void> {
  await tx.purchase.update({ where: { id }, data: { status: "redeemed", redeemedAt: now } });
}

export async function markCancelled(tx: Transaction, id: PurchaseId, now: Date): Promise<void> {
  await tx.purchase.update({ where: { id }, data: { status: "cancelled", cancelledAt: now } });
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
