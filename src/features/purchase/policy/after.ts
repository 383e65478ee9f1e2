import { ok, type Result, refuse } from "#kernel/result.ts";
import type { CancelRefusal, RedeemRefusal } from "../refusals.ts";
import type { PurchaseState } from "../types.ts";

/** Whether a purchase may still be undone by its buyer or the platform: in time, and while its training is not open. */
export function decideCancellation(
  purchase: PurchaseState | null,
  membershipHasEnded: boolean,
  now: Date,
): Result<PurchaseState, CancelRefusal> {
  if (!purchase) return refuse({ code: "cancel-purchase-unknown" });
  if (purchase.status === "cancelled") return refuse({ code: "cancel-done-before" });
  if (membershipHasEnded) return refuse({ code: "cancel-membership-ended" });
  if (purchase.status !== "bought") return refuse({ code: "cancel-training-open" });
  if (!purchase.cancelBy) return refuse({ code: "cancel-never-possible" });
  return now > purchase.cancelBy
    ? refuse({ code: "cancel-too-late", until: purchase.cancelBy })
    : ok(purchase);
}

/**
 * Whether a code opens the training of this purchase. `entered` is the person's own purchase that the code belongs to;
 * a code of somebody else is as unknown as none.
 */
export function decideRedemption(
  purchase: PurchaseState | null,
  entered: PurchaseState | null,
  now: Date,
): Result<PurchaseState, RedeemRefusal> {
  if (!purchase || !entered) return refuse({ code: "redeem-code-unknown" });
  if (purchase.status === "cancelled") return refuse({ code: "redeem-purchase-cancelled" });
  if (entered.id !== purchase.id) {
    if (entered.status === "cancelled") return refuse({ code: "redeem-code-cancelled" });
    return entered.providerSlug === purchase.providerSlug
      ? refuse({ code: "redeem-code-other-training" })
      : refuse({ code: "redeem-code-other-provider" });
  }
  return decideUse(purchase, now);
}

/** What a provider's system says of itself with a code: whose it is, and the way of the training where it says one. */
export type Counter = { readonly providerSlug: string; readonly mode: PurchaseState["mode"] | null };

/** Whether a provider may redeem a code that a participant shows (programme rules, section 6). */
export function decideRedemptionByPartner(
  purchase: PurchaseState | null,
  { providerSlug, mode }: Counter,
  now: Date,
): Result<PurchaseState, RedeemRefusal> {
  if (!purchase) return refuse({ code: "redeem-code-unknown" });
  if (purchase.providerSlug !== providerSlug) return refuse({ code: "redeem-code-other-provider" });
  if (mode !== null && purchase.mode !== mode) return refuse({ code: "redeem-code-other-training" });
  if (purchase.status === "cancelled") return refuse({ code: "redeem-purchase-cancelled" });
  return decideUse(purchase, now);
}

/** The membership's end takes the code with it, although the transaction stands; a code is used once, in its window. */
function decideUse(purchase: PurchaseState, now: Date): Result<PurchaseState, RedeemRefusal> {
  const { status, redeemFrom, redeemBy } = purchase;
  if (status === "forfeited") return refuse({ code: "redeem-code-cancelled" });
  if (status !== "bought") return refuse({ code: "redeem-code-used" });
  if (now < redeemFrom) return refuse({ code: "redeem-too-early", from: redeemFrom, until: redeemBy });
  return now > redeemBy ? refuse({ code: "redeem-too-late", until: redeemBy }) : ok(purchase);
}
