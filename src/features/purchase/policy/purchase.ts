import { ageOn, dayInWib, deadlineAfter } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { IntentRefusal, PurchaseRefusal } from "../refusals.ts";
import type {
  Buyer,
  CourseForSale,
  EarlierPurchase,
  Intent,
  PurchaseFacts,
  Sale,
  ScheduleForSale,
  Seller,
} from "../types.ts";

/** Whether this person may buy this course now (programme rules, sections 2 and 6); all but card number and code. */
export function decidePurchase(facts: PurchaseFacts, now: Date): Result<Sale, PurchaseRefusal> {
  const { buyer, course, earlier, seller, shownPrice } = facts;
  const offered = decideCourse(course, seller);
  if (!offered.ok) return offered;
  const person = decidePerson(buyer, offered.value, earlier, now);
  if (!person.ok) return person;
  const schedule = decideSchedule(offered.value.schedule, now);
  if (!schedule.ok) return schedule;
  if (shownPrice !== null && shownPrice !== offered.value.price) {
    return refuse({ code: "purchase-price-changed" });
  }
  if (person.value.balance < offered.value.price) return refuse({ code: "purchase-balance-short" });
  return ok({ buyer: person.value, course: offered.value, schedule: schedule.value });
}

/** A platform sells its own courses only; the portal sells every course. */
function decideCourse(course: CourseForSale | null, seller: Seller): Result<CourseForSale, PurchaseRefusal> {
  if (!course?.isActive) return refuse({ code: "purchase-course-unknown" });
  const isOthers = seller.channel === "platform" && seller.platformSlug !== course.platformSlug;
  return isOthers ? refuse({ code: "purchase-course-unknown" }) : ok(course);
}

function decidePerson(
  buyer: Buyer | null,
  course: CourseForSale,
  earlier: readonly EarlierPurchase[],
  now: Date,
): Result<Buyer, PurchaseRefusal> {
  if (!buyer) return refuse({ code: "purchase-not-recipient" });
  if (buyer.hasEnded) return refuse({ code: "purchase-membership-ended" });
  if (earlier.some(isUnderWay)) return refuse({ code: "purchase-under-way" });
  if (earlier.some((one) => one.courseId === course.id && !isCalledOff(one))) {
    return refuse({ code: "purchase-bought-before" });
  }
  const inTime = decideTerm(buyer, earlier, now);
  if (!inTime.ok) return inTime;
  if (!buyer.birth || ageOn(buyer.birth, dayInWib(now)) < course.minimumAge) {
    return refuse({ code: "purchase-too-young", age: course.minimumAge });
  }
  if (!meetsEducation(buyer.education, course.minimumEducation)) {
    return refuse({ code: "purchase-education-short" });
  }
  return ok(buyer);
}

/** A second training only after the first is finished and reviewed. */
function isUnderWay({ status }: EarlierPurchase): boolean {
  return status === "bought" || status === "redeemed";
}

/** The provider called it off: that was not the buyer's doing, so the same training may be bought again. */
function isCalledOff({ cancelCause }: EarlierPurchase): boolean {
  return cancelCause === "schedule";
}

/** The levels from the lowest; a vocational high school is a high school. */
const LEVELS: Readonly<Record<string, number>> = {
  primary: 1,
  "junior-high": 2,
  "senior-high": 3,
  "vocational-high": 3,
  diploma: 4,
  bachelor: 5,
  postgraduate: 6,
};

/** Codes of the registration's list of education levels; a level that nobody knows meets nothing. */
export function meetsEducation(has: string | null, minimum: string | null): boolean {
  if (minimum === null) return true;
  return (LEVELS[has ?? ""] ?? 0) >= (LEVELS[minimum] ?? Number.POSITIVE_INFINITY);
}

/**
 * The first training in so many days after the decree; each next one, in some schemes, after the review before. Whoever's
 * training was called off by its provider has the whole term again from that day: the loss of time was not theirs.
 */
function decideTerm(
  { determinedAt, terms }: Buyer,
  earlier: readonly EarlierPurchase[],
  now: Date,
): Result<void, PurchaseRefusal> {
  const calledOff = earlier.filter(isCalledOff).flatMap(({ cancelledAt }) => cancelledAt ?? []);
  const finished = earlier.flatMap(({ finishedAt }) => finishedAt ?? []);
  const days = finished.length === 0 ? terms.daysToFirstPurchase : terms.daysToNextPurchase;
  if (days === null) return ok();
  const since = latestOf([...(finished.length === 0 ? [determinedAt] : finished), ...calledOff]);
  const until = deadlineAfter(since, days);
  if (now <= until) return ok();
  return refuse({
    code: finished.length === 0 ? "purchase-first-too-late" : "purchase-next-too-late",
    until,
  });
}

function latestOf(moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

/** A schedule that has begun is not sold. */
function decideSchedule(
  schedule: ScheduleForSale | null,
  now: Date,
): Result<ScheduleForSale, PurchaseRefusal> {
  if (!schedule || schedule.isCancelled) return refuse({ code: "purchase-schedule-unknown" });
  if (schedule.startsAt && schedule.startsAt <= now) return refuse({ code: "purchase-schedule-begun" });
  return schedule.seatsLeft < 1 ? refuse({ code: "purchase-no-seat" }) : ok(schedule);
}

/** Whether a purchase that waits for its code may still be confirmed: it is the newest one, and in time. */
export function decideIntent(intent: Intent | null, now: Date): Result<Intent, IntentRefusal> {
  if (!intent) return refuse({ code: "purchase-intent-unknown" });
  if (intent.purchaseId) return ok(intent);
  if (!intent.isNewest) return refuse({ code: "purchase-intent-replaced" });
  return now > intent.expiresAt ? refuse({ code: "purchase-intent-expired" }) : ok(intent);
}
