import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { webhookBody } from "../policy/webhooks.ts";
import { findListeners, findToldPurchase, findUnfinishedPurchases } from "../queries/webhooks.ts";
import { insertDeliveries } from "../repository/webhooks.ts";
import type { WebhookEvent } from "../types/webhooks.ts";

type OfPurchase = { readonly purchaseId: string };

/** A training was bought: its provider's and its platform's systems are told. */
export function announceBoughtReaction({ purchaseId }: OfPurchase): Promise<void> {
  return announce("purchase.created", purchaseId);
}

/** A purchase was undone. */
export function announceCancelledReaction({ purchaseId }: OfPurchase): Promise<void> {
  return announce("purchase.cancelled", purchaseId);
}

/** A membership was revoked: whoever taught or sold what was not finished is told, once a purchase. */
export async function announceRevokedReaction(payload: { readonly participantId: string }): Promise<void> {
  // The event carries the id of a participant.
  const purchases = await findUnfinishedPurchases(payload.participantId as ParticipantId);
  for (const purchaseId of purchases) await announce("purchase.revoked", purchaseId);
}

async function announce(event: WebhookEvent, purchaseId: string): Promise<void> {
  const purchase = await findToldPurchase(purchaseId);
  const listeners = purchase ? await findListeners(purchase) : [];
  if (!purchase || listeners.length === 0) return;
  await inOneTransaction(system, async (work) => {
    const deliveries = listeners.map((listener) => {
      const id = work.newId<"webhook-delivery">();
      return {
        ...{ id, event, clientCode: listener.clientCode, subject: purchaseId },
        reference: purchase.invoiceCode,
        body: webhookBody({ id, event, at: work.now, purchase, listener }),
        createdAt: work.now,
      };
    });
    await insertDeliveries(work.tx, deliveries);
    return ok();
  });
}
