import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRedemption } from "../policy/after.ts";
import type { RedeemRefusal } from "../refusals.ts";
import { findPurchaseOfCode, lockPurchase, markRedeemed } from "../repository/purchases.ts";

type Input = { readonly purchaseId: string; readonly redeemCode: string };

/** Opens the training of a purchase with its code, once. */
export async function redeemCode(
  work: Work<ParticipantActor>,
  input: Input,
): Promise<Result<{ courseSlug: string }, RedeemRefusal>> {
  const { participantId } = work.actor;
  const purchase = await lockPurchase(work.tx, participantId, input.purchaseId);
  const entered = await findPurchaseOfCode(work.tx, participantId, input.redeemCode);
  const decision = decideRedemption(purchase, entered, work.now);
  if (!decision.ok) return decision;
  await markRedeemed(work.tx, decision.value.id, work.now);
  return ok({ courseSlug: decision.value.courseSlug });
}
