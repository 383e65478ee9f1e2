import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideCancellation } from "../policy/after.ts";
import type { CancelRefusal } from "../refusals.ts";
import { lockMembership } from "../repository/buying.ts";
import { findSold, lockPurchase } from "../repository/purchases.ts";
import type { PurchaseId } from "../types.ts";
import { undoPurchase } from "./undo-purchase.ts";

export type Voiding = {
  /** The platform that calls; it voids only what it sold itself through the API. */
  readonly platformSlug: string;
  readonly invoiceCode: string;
  readonly transactionCode: string;
};

/** The platform undoes what it sold, by the same rule as the buyer: in time, and while the code was not redeemed. */
export async function voidPurchase(
  work: Work,
  sold: Voiding,
): Promise<Result<{ purchaseId: PurchaseId }, CancelRefusal>> {
  const found = await findSold(work.tx, sold);
  if (!found) return refuse({ code: "cancel-purchase-unknown" });
  const hasEnded = await lockMembership(work.tx, found.participantId);
  const purchase = await lockPurchase(work.tx, found.participantId, found.id);
  const decision = decideCancellation(purchase, hasEnded, work.now);
  if (!decision.ok) return decision;
  await undoPurchase(work, decision.value, "platform");
  return ok({ purchaseId: decision.value.id });
}
