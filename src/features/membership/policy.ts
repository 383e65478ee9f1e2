import { addDays, dayInWib, deadlineAfter, startOfDay } from "#kernel/calendar.ts";
import type { Deadline, MemberFacts, RevocationReason } from "./types.ts";

/** The next thing a member must do in time; null when nothing must, or when there is no membership to lose. */
export function nextDeadline(facts: MemberFacts): Deadline | null {
  if (facts.status !== "active") return null;
  const { training } = facts;
  if (training) return training.isCompleted ? null : { what: "finish-training", until: training.finishBy };
  if (facts.hasBought) return null;
  const { determinedAt, calledOffAt } = facts;
  const since = calledOffAt && calledOffAt > determinedAt ? calledOffAt : determinedAt;
  return { what: "first-purchase", until: deadlineAfter(since, facts.daysToFirstPurchase) };
}

/**
 * Why a member loses the membership now (programme rules, section 7): the first training was not bought in time, or a
 * training was not finished in time (study, S7). Whoever completed the training is safe, reviewed or not.
 */
export function decideRevocation(facts: MemberFacts, now: Date): RevocationReason | null {
  const deadline = nextDeadline(facts);
  if (!deadline || now <= deadline.until) return null;
  return deadline.what === "first-purchase"
    ? "membership-first-training-not-bought"
    : "membership-training-not-finished";
}

/** Who was determined before this moment and has not bought within the term is too late. */
export function determinedTooLongAgo(now: Date, daysToFirstPurchase: number): Date {
  return startOfDay(addDays(dayInWib(now), 1 - daysToFirstPurchase));
}

/** A reminder is due from so many whole days before the last day on. */
export const REMINDERS = [
  { daysBefore: 7, fromDaysLeft: 2, toDaysLeft: 7 },
  { daysBefore: 1, fromDaysLeft: 0, toDaysLeft: 1 },
] as const;

export type Reminder = (typeof REMINDERS)[number];

/** The moments between which a deadline lies that this reminder speaks of: from inclusive, to exclusive. */
export function reminderWindow(now: Date, reminder: Reminder): { readonly from: Date; readonly to: Date } {
  const today = dayInWib(now);
  return {
    from: startOfDay(addDays(today, reminder.fromDaysLeft)),
    to: startOfDay(addDays(today, reminder.toDaysLeft + 1)),
  };
}

/** The same as moments of determination, for a deadline that is a term after it. */
export function determinationWindow(
  now: Date,
  reminder: Reminder,
  daysToFirstPurchase: number,
): { readonly from: Date; readonly to: Date } {
  const today = dayInWib(now);
  const back = 1 - daysToFirstPurchase;
  return {
    from: startOfDay(addDays(today, reminder.fromDaysLeft + back)),
    to: startOfDay(addDays(today, reminder.toDaysLeft + 1 + back)),
  };
}
