import type { ParticipantActor } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { post } from "#ledger/post.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { coursePurchased } from "../events.ts";
import { datesOf, decidePurchase } from "../policy.ts";
import type { PurchaseRefusal } from "../refusals.ts";
import {
  findCourseForSale,
  findEarlierPurchases,
  insertPurchase,
  lockBuyer,
  takeSeat,
} from "../repository.ts";
import type { CourseForSale, PurchaseId } from "../types.ts";

const CODE_LENGTH = 10;

type Input = { readonly slug: string; readonly cardNumber: string };

/** Pays for a course from the balance and takes a seat in it: both, or nothing. */
export async function buyCourse(
  work: Work<ParticipantActor>,
  { slug, cardNumber }: Input,
): Promise<Result<{ purchaseId: string }, PurchaseRefusal>> {
  const { participantId } = work.actor;
  const buyer = await lockBuyer(work.tx, participantId);
  const course = await findCourseForSale(work.tx, slug);
  const earlier = await findEarlierPurchases(work.tx, participantId);
  const decision = decidePurchase({ buyer, course, earlier }, work.now);
  if (!decision.ok) return decision;
  if (!buyer || !Buffer.from(buyer.cardIndex).equals(blindIndex("card", cardNumber))) {
    return refuse({ code: "purchase-card-wrong" });
  }

  const purchaseId = work.newId<"purchase">();
  await insertPurchase(work.tx, {
    ...{ id: purchaseId, participantId },
    courseId: decision.value.course.id,
    price: decision.value.course.price,
    redeemCode: readableCode(work.chance, CODE_LENGTH),
    purchasedAt: work.now,
    ...datesOf(buyer.terms, work.now),
  });
  if (!(await pay(work, decision.value.course, purchaseId)))
    return refuse({ code: "purchase-balance-short" });
  await work.publish(coursePurchased({ participantId, purchaseId }));
  const isSeated = await takeSeat(work.tx, decision.value.course.id);
  return isSeated ? ok({ purchaseId }) : refuse({ code: "purchase-no-seat" });
}

/** False when the balance does not suffice. */
async function pay(
  work: Work<ParticipantActor>,
  { price, providerSlug }: CourseForSale,
  purchaseId: PurchaseId,
): Promise<boolean> {
  const paid = await post(work, {
    key: `purchase:${purchaseId}`,
    kind: "purchase",
    lines: [
      { account: { kind: "training_balance", owner: work.actor.participantId }, amount: -price },
      { account: { kind: "provider_payable", owner: providerSlug }, amount: price },
    ],
  });
  if (paid.ok) return true;
  if (paid.refusal.code === "ledger-insufficient") return false;
  throw new Error(`purchase ${purchaseId}: ${paid.refusal.code}`);
}
