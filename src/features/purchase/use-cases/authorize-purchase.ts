import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { coursePurchased } from "../events.ts";
import { decideIntent, decidePurchase } from "../policy/purchase.ts";
import { commissionOf, datesOf } from "../policy/terms.ts";
import { findBuyer, findCourseForSale, findEarlierPurchases } from "../queries/facts.ts";
import { findIntent, type IntentKey } from "../queries/intent.ts";
import type { IntentRefusal, PurchaseRefusal } from "../refusals.ts";
import { fulfilIntent, insertPurchase, lockCard, type NewPurchase, takeSeat } from "../repository/buying.ts";
import type { Intent, PurchaseId, Sale, Seller } from "../types.ts";
import { payPurchase } from "./move-price.ts";

const CODE_LENGTH = 10;
const PARTNER_CODE_LENGTH = 12;

export type Authorization = {
  readonly intent: IntentKey;
  /** The six digits of the one-time code. */
  readonly digits: string;
  /** The platform's own; null on the portal, which makes one. */
  readonly invoiceCode: string | null;
  readonly seller: Seller;
};

type Refusal = PurchaseRefusal | IntentRefusal | CodeRefusal;

/**
 * The code came back: pays for the course from the balance and takes a seat in it, both or nothing, and once. Everything
 * is decided again, since minutes have gone by. Confirmed a second time it answers the purchase that it made.
 */
export async function authorizePurchase(
  work: Work,
  { intent: key, digits, invoiceCode, seller }: Authorization,
): Promise<Result<{ purchaseId: PurchaseId }, Refusal>> {
  const asked = await findIntent(key, work.tx);
  if (!asked) return refuse({ code: "purchase-intent-unknown" });
  await lockCard(work.tx, asked.participantId);
  const intent = decideIntent(await findIntent(key, work.tx), work.now);
  if (!intent.ok) return intent;
  if (intent.value.purchaseId) return ok({ purchaseId: intent.value.purchaseId });
  const sale = await decideSale(work, intent.value, seller);
  if (!sale.ok) return sale;
  const { participantId, id: intentId } = intent.value;
  const taken = await takeCode(work, { holderId: participantId, purpose: "purchase", digits });
  if (!taken.ok) return taken;

  const purchase = purchaseOf(work, sale.value, intent.value, invoiceCode);
  if (!(await insertPurchase(work.tx, purchase))) return refuse({ code: "purchase-invoice-taken" });
  await fulfilIntent(work.tx, intentId, purchase.id);
  if (!(await payPurchase(work, purchase))) return refuse({ code: "purchase-balance-short" });
  await work.publish(coursePurchased({ participantId, purchaseId: purchase.id }));
  const isSeated = await takeSeat(work.tx, purchase.scheduleId);
  return isSeated ? ok({ purchaseId: purchase.id }) : refuse({ code: "purchase-no-seat" });
}

async function decideSale(
  { tx, now }: Work,
  { participantId, courseSlug, scheduleCode, amount }: Intent,
  seller: Seller,
): Promise<Result<Sale, PurchaseRefusal>> {
  const buyer = await findBuyer(tx, participantId);
  const course = await findCourseForSale(tx, { slug: courseSlug }, scheduleCode);
  const earlier = await findEarlierPurchases(tx, participantId);
  return decidePurchase({ buyer, course, earlier, seller, shownPrice: amount }, now);
}

function purchaseOf(
  work: Work,
  { buyer, course, schedule }: Sale,
  { participantId, seller }: Intent,
  invoiceCode: string | null,
): NewPurchase {
  const { platformSlug, providerSlug, price } = course;
  return {
    ...{ id: work.newId<"purchase">(), participantId, platformSlug, providerSlug, price },
    channel: seller.channel,
    courseId: course.id,
    courseVersion: course.version,
    scheduleId: schedule.id,
    invoiceCode: invoiceCode ?? `INV-${readableCode(work.chance, PARTNER_CODE_LENGTH)}`,
    transactionCode: `TRX-${readableCode(work.chance, PARTNER_CODE_LENGTH)}`,
    redeemCode: readableCode(work.chance, CODE_LENGTH),
    commission: commissionOf(price, course.commissionPercent),
    purchasedAt: work.now,
    ...datesOf(buyer.terms, course.mode, schedule, work.now),
  };
}
