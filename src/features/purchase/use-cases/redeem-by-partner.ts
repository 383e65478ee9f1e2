import type { CourseMode } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRedemptionByPartner } from "../policy/after.ts";
import type { RedeemRefusal } from "../refusals.ts";
import { lockPurchaseOfCode, markRedeemed } from "../repository/purchases.ts";
import type { PurchaseId } from "../types.ts";

export type ShownCode = {
  readonly redeemCode: string;
  /** The provider that calls. */
  readonly providerSlug: string;
  /** The way of the training, where the provider's system says one. */
  readonly mode?: CourseMode;
};

/** A provider's system takes the code that a participant shows, once, in its window. */
export async function redeemByPartner(
  work: Work,
  { redeemCode, providerSlug, mode }: ShownCode,
): Promise<Result<{ purchaseId: PurchaseId; participantId: ParticipantId }, RedeemRefusal>> {
  const purchase = await lockPurchaseOfCode(work.tx, redeemCode);
  const decision = decideRedemptionByPartner(purchase, { providerSlug, mode: mode ?? null }, work.now);
  if (!decision.ok) return decision;
  const { id, participantId } = decision.value;
  await markRedeemed(work.tx, id, work.now);
  return ok({ purchaseId: id, participantId });
}
