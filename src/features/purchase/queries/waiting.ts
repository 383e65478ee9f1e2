import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { WaitingPurchase } from "../types/offer.ts";
import type { Intent } from "../types.ts";
import { findIntent } from "./intent.ts";

/** A purchase of the person's own that waits, or waited, for its code; null when it is not theirs. */
export async function findWaitingPurchase(
  participantId: ParticipantId,
  id: string,
  now: Date,
): Promise<WaitingPurchase | null> {
  const intent = await findIntent({ id, participantId });
  if (!intent) return null;
  const [balance, code] = await Promise.all([
    balanceOf({ kind: "training_balance", owner: participantId }),
    findLastCode(participantId, now),
  ]);
  const { purchaseId, courseSlug, scheduleCode, amount, expiresAt } = intent;
  return {
    ...{ id: intent.id, purchaseId, courseSlug, scheduleCode, amount, expiresAt, balance, code },
    state: stateOf(intent, now),
  };
}

function stateOf({ purchaseId, isNewest, expiresAt }: Intent, now: Date): WaitingPurchase["state"] {
  if (purchaseId) return "bought";
  if (!isNewest) return "replaced";
  return now > expiresAt ? "expired" : "open";
}

async function findLastCode(participantId: ParticipantId, now: Date): Promise<WaitingPurchase["code"]> {
  const row = await database().oneTimeCode.findFirst({
    where: { holderId: participantId, purpose: "purchase" },
    orderBy: { createdAt: "desc" },
  });
  return (
    row && {
      delivery: row.delivery,
      deliveryReason: row.deliveryReason,
      sentAt: row.createdAt,
      isExpired: row.expiresAt < now,
      channel: row.channel === "email" ? "email" : "sms",
      contact: decryptField(row.destinationCipher),
    }
  );
}
