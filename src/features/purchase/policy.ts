import { addDays, type Day, dayInWib, deadlineAfter, endOfDay } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { CancelRefusal, PurchaseRefusal, RedeemRefusal } from "./refusals.ts";
import type {
  Buyer,
  CourseForSale,
  EarlierPurchase,
  PurchaseDates,
  PurchaseFacts,
  PurchaseState,
  PurchaseTerms,
} from "./types.ts";

/** A code of a self-paced training is redeemed within 15 days of the purchase (programme rules, section 6). */
const DAYS_TO_REDEEM = 15;
const DAYS_TO_CANCEL = 3;

/** Whether this person may buy this course now (programme rules, section 6); all but the card number. */
export function decidePurchase(
  { buyer, course, earlier }: PurchaseFacts,
  now: Date,
): Result<{ readonly buyer: Buyer; readonly course: CourseForSale }, PurchaseRefusal> {
  if (!buyer) return refuse({ code: "purchase-not-recipient" });
  if (buyer.hasEnded) return refuse({ code: "purchase-membership-ended" });
  if (!course?.isActive) return refuse({ code: "purchase-course-unknown" });
  if (earlier.some(isUnderWay)) return refuse({ code: "purchase-under-way" });
  if (earlier.some(({ courseId }) => courseId === course.id)) {
    return refuse({ code: "purchase-bought-before" });
  }
  const inTime = decideTerm(buyer, earlier, now);
  if (!inTime.ok) return inTime;
  if (course.seatsLeft < 1) return refuse({ code: "purchase-no-seat" });
  if (buyer.balance < course.price) return refuse({ code: "purchase-balance-short" });
  return ok({ buyer, course });
}

/** A second training only after the first is finished and reviewed. */
function isUnderWay({ status }: EarlierPurchase): boolean {
  return status === "bought" || status === "redeemed";
}

/** The first training in so many days after the decree; each next one, in some schemes, after the review before. */
function decideTerm(
  { determinedAt, terms }: Buyer,
  earlier: readonly EarlierPurchase[],
  now: Date,
): Result<void, PurchaseRefusal> {
  const finished = earlier.flatMap(({ finishedAt }) => finishedAt ?? []);
  const latest = finished.reduce<Date | null>((one, other) => (one && one > other ? one : other), null);
  if (!latest) {
    const until = deadlineAfter(determinedAt, terms.daysToFirstPurchase);
    return now > until ? refuse({ code: "purchase-first-too-late", until }) : ok();
  }
  if (terms.daysToNextPurchase === null) return ok();
  const until = deadlineAfter(latest, terms.daysToNextPurchase);
  return now > until ? refuse({ code: "purchase-next-too-late", until }) : ok();
}

/** The last moments of a purchase made now; a self-paced training begins when its code is redeemed. */
export function datesOf({ daysToFinish }: PurchaseTerms, now: Date): PurchaseDates {
  return {
    redeemBy: deadlineAfter(now, DAYS_TO_REDEEM),
    cancelBy: lastMomentToCancel(now, null),
    finishBy: deadlineAfter(now, daysToFinish),
  };
}

/**
 * Cancelling counts otherwise than other terms (programme rules, section 2): the last day is the earlier one of
 * purchase + 3 and start - 3; null when that lies before the purchase day. Self-paced trainings have no start.
 */
export function lastMomentToCancel(purchasedAt: Date, startsOn: Day | null): Date | null {
  const bought = dayInWib(purchasedAt);
  const byPurchase = addDays(bought, DAYS_TO_CANCEL);
  const byStart = startsOn && addDays(startsOn, -DAYS_TO_CANCEL);
  const last = byStart && byStart < byPurchase ? byStart : byPurchase;
  return last < bought ? null : endOfDay(last);
}

/** Whether a purchase may still be undone: in time, and while its training is not open. */
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
  if (purchase.status !== "bought") return refuse({ code: "redeem-code-used" });
  return now > purchase.redeemBy
    ? refuse({ code: "redeem-too-late", until: purchase.redeemBy })
    : ok(purchase);
}
