import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Intent, IntentId, PurchaseId } from "../types.ts";

/** How a waiting purchase is named: its buyer's own by id, a platform's by the token that the platform holds. */
export type IntentKey =
  | { readonly id: string; readonly participantId: ParticipantId }
  | { readonly paymentToken: string; readonly clientCode: string };

/** A purchase that waits for its code; null when there is none that this key may name. */
export async function findIntent(key: IntentKey, db: Transaction = database()): Promise<Intent | null> {
  if ("id" in key && !isUuid(key.id)) return null;
  const row = await db.purchaseIntent.findFirst({
    where:
      "id" in key
        ? { id: key.id, participantId: key.participantId, channel: "portal" }
        : { tokenIndex: blindIndex("payment-token", key.paymentToken), clientCode: key.clientCode },
  });
  if (!row) return null;
  const [newest, course, schedule] = await Promise.all([
    db.purchaseIntent.findFirstOrThrow({
      where: { participantId: row.participantId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { id: true },
    }),
    db.course.findUniqueOrThrow({ where: { id: row.courseId }, select: { slug: true } }),
    db.courseSchedule.findUniqueOrThrow({ where: { id: row.scheduleId }, select: { code: true } }),
  ]);
  return {
    id: row.id as IntentId,
    participantId: row.participantId as ParticipantId,
    courseSlug: course.slug,
    scheduleCode: schedule.code,
    amount: row.amount,
    expiresAt: row.expiresAt,
    isNewest: newest.id === row.id,
    purchaseId: row.purchaseId as PurchaseId | null,
    seller: { channel: row.channel, clientCode: row.clientCode },
  };
}
