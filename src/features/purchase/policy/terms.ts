import { addDays, addSeconds, type Day, dayInWib, deadlineAfter, endOfDay } from "#kernel/calendar.ts";
import type { CourseForSale, PurchaseDates, PurchaseTerms, ScheduleTimes } from "../types.ts";

/** A code of a self-paced training is redeemed within 15 days of the purchase (programme rules, section 6). */
const DAYS_TO_REDEEM = 15;
const DAYS_TO_CANCEL = 3;
/** After the last day of a training with a schedule: for its tasks and the review (our choice). */
const DAYS_AFTER_THE_END = 15;
const HOUR = 3_600;
/** Hours before and after the start in which a code opens a training with a schedule (programme rules, section 6). */
const WINDOWS = {
  webinar: { before: 1, after: 1 },
  face_to_face: { before: 1, after: 2 },
} as const;

type Mode = CourseForSale["mode"];

/** The first and last moments of a purchase made now. */
export function datesOf(
  { daysToFinish }: PurchaseTerms,
  mode: Mode,
  { startsAt, endsAt }: ScheduleTimes,
  now: Date,
): PurchaseDates {
  if (mode === "self_paced" || !startsAt || !endsAt) {
    return {
      redeemFrom: now,
      redeemBy: deadlineAfter(now, DAYS_TO_REDEEM),
      cancelBy: lastMomentToCancel(now, null),
      finishBy: deadlineAfter(now, daysToFinish),
    };
  }
  const { before, after } = WINDOWS[mode];
  return {
    redeemFrom: addSeconds(startsAt, -before * HOUR),
    redeemBy: addSeconds(startsAt, after * HOUR),
    cancelBy: lastMomentToCancel(now, dayInWib(startsAt)),
    finishBy: deadlineAfter(endsAt, DAYS_AFTER_THE_END),
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

/** The part of a price that the platform keeps, in whole rupiah; what is left of a rupiah is the provider's. */
export function commissionOf(price: bigint, percent: number): bigint {
  return (price * BigInt(percent)) / 100n;
}
