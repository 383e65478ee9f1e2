import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideCancellation } from "../policy/after.ts";
import type { CancelRefusal } from "../refusals.ts";
import { lockMembership } from "../repository/buying.ts";
import { lockPurchase } from "../repository/purchases.ts";
import { undoPurchase } from "./undo-purchase.ts";

/** The buyer undoes a purchase in time. */
export async function cancelPurchase(
  work: Work<ParticipantActor>,
  input: { readonly purchaseId: string },
): Promise<Result<{ purchaseId: string }, CancelRefusal>> {
  const { participantId } = work.actor;
  const hasEnded = await lockMembership(work.tx, participantId);
  const purchase = await lockPurchase(work.tx, participantId, input.purchaseId);
  const decision = decideCancellation(purchase, hasEnded, work.now);
  if (!decision.ok) return decision;
  await undoPurchase(work, decision.value, "participant");
  return ok({ purchaseId: decision.value.id });
}
