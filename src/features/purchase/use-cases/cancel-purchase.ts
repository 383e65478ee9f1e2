import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import { post } from "#ledger/post.ts";
import type { Work } from "#platform/db/work.ts";
import { purchaseCancelled } from "../events.ts";
import { decideCancellation } from "../policy.ts";
import type { CancelRefusal } from "../refusals.ts";
import { giveSeatBack, lockMembership, lockPurchase, markCancelled } from "../repository.ts";

/** Undoes a purchase in time: the money is back at once, and the seat is free again. */
export async function cancelPurchase(
  work: Work<ParticipantActor>,
  input: { readonly purchaseId: string },
): Promise<Result<{ purchaseId: string }, CancelRefusal>> {
  const { participantId } = work.actor;
  const hasEnded = await lockMembership(work.tx, participantId);
  const purchase = await lockPurchase(work.tx, participantId, input.purchaseId);
  const decision = decideCancellation(purchase, hasEnded, work.now);
  if (!decision.ok) return decision;

  const { id, price, providerSlug, courseId } = decision.value;
  await markCancelled(work.tx, id, work.now);
  const returned = await post(work, {
    key: `purchase-cancel:${id}`,
    kind: "purchase-cancel",
    lines: [
      { account: { kind: "provider_payable", owner: providerSlug }, amount: -price },
      { account: { kind: "training_balance", owner: participantId }, amount: price },
    ],
  });
  if (!returned.ok) throw new Error(`cancelling ${id}: ${returned.refusal.code}`);
  await work.publish(purchaseCancelled({ participantId, purchaseId: id }));
  await giveSeatBack(work.tx, courseId);
  return ok({ purchaseId: id });
}
