import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reviewDueAt } from "#features/verification/types.ts";
import {
  dueAt,
  isKeptTooLong,
  isWorkingDay,
  standsSince,
  workingDayAfter,
} from "#features/verification-review/policy/terms.ts";
import { addDays, addSeconds, type Day, startOfDay } from "#kernel/calendar.ts";

const day = (text: string) => text as Day;

test.each([
  ["2026-11-23", "a Monday", true],
  ["2026-11-27", "a Friday", true],
  ["2026-11-28", "a Saturday", false],
  ["2026-11-29", "a Sunday", false],
])("%s, %s: work is done %s", (text, _, isOne) => {
  expect(isWorkingDay(day(text))).toBe(isOne);
});

describe("a term of working days", () => {
  test.each([
    ["2026-11-24", 1, "2026-11-24"],
    ["2026-11-24", 3, "2026-11-26"],
    ["2026-11-24", 5, "2026-11-30"],
    ["2026-11-27", 3, "2026-12-01"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2026-11-29", 5, "2026-12-04"],
    ["2026-12-31", 2, "2027-01-01"],
  ])("that begins on %s and has %i days ends on %s", (start, days, end) => {
    expect(workingDayAfter(day(start), days)).toBe(end);
  });
});

describe("a case", () => {
  test.each([
    ["first", "2026-11-24T03:00:00Z", "2026-11-26T16:59:59.000Z"],
    ["appeal", "2026-11-24T03:00:00Z", "2026-11-30T16:59:59.000Z"],
    // 23:59:59 in Binjai on Tuesday, and a second later: Wednesday.
    ["first", "2026-11-24T16:59:59Z", "2026-11-26T16:59:59.000Z"],
    ["first", "2026-11-24T17:00:00Z", "2026-11-27T16:59:59.000Z"],
  ] as const)("of kind %s that opens at %s is due at %s", (kind, openedAt, due) => {
    expect(dueAt(kind, new Date(openedAt)).toISOString()).toBe(due);
  });

  test("is due no later than the person was told, whatever the day", () => {
    const monday = day("2026-11-23");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 86_399 }), (days, second) => {
        const openedAt = addSeconds(startOfDay(addDays(monday, days)), second);
        expect(dueAt("first", openedAt).getTime()).toBeLessThanOrEqual(reviewDueAt(openedAt).getTime());
      }),
    );
  });

  test.each([
    [0, false],
    [86_400, false],
    [86_401, true],
  ])("that somebody has kept for %i seconds goes back: %s", (seconds, goes) => {
    const taken = new Date("2026-11-24T03:00:00Z");
    expect(isKeptTooLong(taken, addSeconds(taken, seconds))).toBe(goes);
  });
});

describe("a refusal of 24 November stands", () => {
  const refusedAt = new Date("2026-11-24T03:00:00Z");

  test.each([
    ["from then on, without a bar", null, "2027-06-01T00:00:00Z", "2026-11-24T03:00:00.000Z"],
    ["from then on, while a bar lasts", "2026-12-31", "2026-12-31T16:59:59Z", "2026-11-24T03:00:00.000Z"],
    ["anew, once the bar has run out", "2026-12-31", "2026-12-31T17:00:00Z", "2026-12-31T16:59:59.000Z"],
    ["from then on, after an older bar", "2026-11-01", "2026-12-31T17:00:00Z", "2026-11-24T03:00:00.000Z"],
  ])("%s", (_, until, at, since) => {
    expect(standsSince(refusedAt, until as Day | null, new Date(at)).toISOString()).toBe(since);
  });
});
