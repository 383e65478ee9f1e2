import { addDays, type Day, dayInWib, endOfDay, secondsBetween } from "#kernel/calendar.ts";
import type { ReviewKind } from "../types.ts";

/** Working days that the staff takes at most. */
const WORKING_DAYS: Readonly<Record<ReviewKind, number>> = { first: 3, appeal: 5 };

/** Seconds that a case may stay with somebody who does not decide. */
const HELD_AT_MOST = 24 * 3_600;

/** Monday to Friday. Public holidays move by decree every year and only make a term longer: they count as working days. */
export function isWorkingDay(day: Day): boolean {
  // 1970-01-01, day 0, was a Thursday.
  const weekday = (Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The last day of a term of so many working days; the start day counts where it is one (programme rules, section 2). */
export function workingDayAfter(start: Day, days: number): Day {
  let day = start;
  let counted = isWorkingDay(day) ? 1 : 0;
  while (counted < days) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) counted += 1;
  }
  return day;
}

/** The last moment for a case that is opened now: 23:59:59 WIB of the last working day of its term. */
export function dueAt(kind: ReviewKind, openedAt: Date): Date {
  return endOfDay(workingDayAfter(dayInWib(openedAt), WORKING_DAYS[kind]));
}

/** Since when a refusal stands as it does: a bar that has run out is a new reason to ask, once more. */
export function standsSince(refusedAt: Date, barredUntil: Day | null, now: Date): Date {
  const end = barredUntil && endOfDay(barredUntil);
  return end && end > refusedAt && end < now ? end : refusedAt;
}

/** Whether somebody has kept a case too long without deciding. */
export function isKeptTooLong(assignedAt: Date, now: Date): boolean {
  return secondsBetween(assignedAt, now) > HELD_AT_MOST;
}
