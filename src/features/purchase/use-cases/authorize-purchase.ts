import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { coursePurchased } from "../events.ts";
import { decideIntent, decidePurchase } from "../policy/purchase.ts";
import { commissionOf, datesOf } from "../policy/terms.ts";
import { findIntendedSale } from "../queries/facts.ts";
import { holdIntent, type IntentKey } from "../queries/intent.ts";
import type { IntentRefusal, PurchaseRefusal } from "../refusals.ts";
import { insertPurchase, type NewPurchase } from "../repository/buying.ts";
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
  const intentId = await holdIntent(work.tx, key);
  if (!intentId) return refuse({ code: "purchase-intent-unknown" });
  const { intent: waiting, facts } = await findIntendedSale(work.tx, intentId);
  const intent = decideIntent(waiting, work.now);
  if (!intent.ok) return intent;
  if (intent.value.purchaseId) return ok({ purchaseId: intent.value.purchaseId });
  const sale = decidePurchase({ ...facts, seller, shownPrice: waiting.amount }, work.now);
  if (!sale.ok) return sale;
  const { participantId } = waiting;
  const taken = await takeCode(work, { holderId: participantId, purpose: "purchase", digits });
  if (!taken.ok) return taken;

  const purchase = purchaseOf(work, sale.value, waiting, invoiceCode);
  if (!(await payPurchase(work, purchase))) return refuse({ code: "purchase-balance-short" });
  await work.publish(coursePurchased({ participantId, purchaseId: purchase.id }));
  const written = await insertPurchase(work.tx, purchase, intentId);
  if (written === "invoice-taken") return refuse({ code: "purchase-invoice-taken" });
  return written === "bought" ? ok({ purchaseId: purchase.id }) : refuse({ code: "purchase-no-seat" });
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
