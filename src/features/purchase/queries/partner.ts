import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { PartnerPurchase } from "../types/partner.ts";
import type { PurchaseId } from "../types.ts";

/** The purchase that a redeem code belongs to, for the API of partners; the caller says whose it may see. */
export async function findPurchaseByRedeemCode(redeemCode: string): Promise<PartnerPurchase | null> {
  return findOne({ redeemCode });
}

/** What a platform sold under its invoice code, through the API or the portal. */
export async function findPurchaseByInvoice(
  platformSlug: string,
  invoiceCode: string,
): Promise<PartnerPurchase | null> {
  return findOne({ platformSlug, invoiceCode });
}

type Where = {
  readonly redeemCode?: string;
  readonly platformSlug?: string;
  readonly invoiceCode?: string;
};

async function findOne(where: Where): Promise<PartnerPurchase | null> {
  const row = await database().purchase.findFirst({ where });
  if (!row) return null;
  const [course, schedule, provider, platform] = await Promise.all([
    database().course.findUniqueOrThrow({
      where: { id: row.courseId },
      select: { code: true, title: true, mode: true },
    }),
    database().courseSchedule.findUniqueOrThrow({
      where: { id: row.scheduleId },
      select: { code: true, startsAt: true, endsAt: true, place: true },
    }),
    database().provider.findUniqueOrThrow({
      where: { slug: row.providerSlug },
      select: { slug: true, name: true },
    }),
    database().platform.findUniqueOrThrow({
      where: { slug: row.platformSlug },
      select: { slug: true, name: true },
    }),
  ]);
  const { invoiceCode, transactionCode, redeemCode, price, status } = row;
  const { purchasedAt, redeemFrom, redeemBy, redeemedAt, cancelledAt } = row;
  return {
    ...{ invoiceCode, transactionCode, redeemCode, price, status },
    ...{ purchasedAt, redeemFrom, redeemBy, redeemedAt, cancelledAt },
    id: row.id as PurchaseId,
    participantId: row.participantId as ParticipantId,
    course: { id: row.courseId as CourseId, ...course },
    schedule: { id: row.scheduleId as ScheduleId, ...schedule },
    provider,
    platform,
  };
}
