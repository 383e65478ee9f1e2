import type { Work } from "#platform/db/work.ts";
import { purchaseCancelled } from "../events.ts";
import { giveSeatBack, markCancelled } from "../repository/buying.ts";
import type { CancelCause, PurchaseState } from "../types.ts";
import { returnPrice } from "./move-price.ts";

/** Undoes a purchase that may be undone: the money is back at once, and the seat is free again. */
export async function undoPurchase(work: Work, purchase: PurchaseState, cause: CancelCause): Promise<void> {
  const { id, participantId, scheduleId } = purchase;
  await markCancelled(work.tx, id, cause, work.now);
  await returnPrice(work, purchase);
  await work.publish(purchaseCancelled({ participantId, purchaseId: id }));
  await giveSeatBack(work.tx, scheduleId);
}
