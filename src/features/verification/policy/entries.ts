import type { Day } from "#kernel/calendar.ts";

/** Whether an entry of a list counts on a day; the first and the last day count. */
export function isInForce(
  entry: { readonly since: string; readonly until: string | null } | null,
  day: Day,
): boolean {
  return entry !== null && entry.since <= day && (entry.until === null || entry.until >= day);
}
