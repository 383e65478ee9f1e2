/**
 * The only date arithmetic of the portal. Days are calendar days in WIB (UTC+7, no daylight saving), whatever the
 * machine's time zone. A moment is a `Date`; a day is "YYYY-MM-DD".
 */

declare const dayBrand: unique symbol;
/** A calendar day in WIB, "YYYY-MM-DD". */
export type Day = string & { readonly [dayBrand]: true };

const WIB_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Reads "YYYY-MM-DD"; null when there is no such day. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? (text as Day) : null;
}

/** The day of these numbers, null when it does not exist (31 February). */
export function dayOf(year: number, month: number, date: number): Day | null {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

/** The WIB day of a moment. */
export function dayInWib(moment: Date): Day {
  return new Date(moment.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** 00:00:00 WIB of a day. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - WIB_OFFSET_MS);
}

/** 23:59:59 WIB of a day: the last moment that counts (programme rule, section 2). */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS - 1000);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Whole days from one day to another; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The last moment of a term of N days: the start day is day 1, the end is 23:59:59 WIB of day N. */
export function deadlineAfter(start: Date, days: number): Date {
  return endOfDay(addDays(dayInWib(start), days - 1));
}

export function addSeconds(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

/** Seconds from one moment to another, with fractions. */
export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

/** Completed years of life on a day. Someone born on 29 February completes the year on 1 March of a common year. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** A moment in UTC and whole seconds: 2026-11-24T09:00:00Z. */
export function inUtcSeconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
