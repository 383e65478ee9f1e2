import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addSeconds,
  ageOn,
  type Day,
  dayInWib,
  dayOf,
  daysBetween,
  deadlineAfter,
  endOfDay,
  parseDay,
  secondsBetween,
  startOfDay,
} from "#kernel/calendar.ts";

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
};

const anyMoment = fc.date({
  min: new Date("1930-01-01T00:00:00Z"),
  max: new Date("2100-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const anyDay = anyMoment.map(dayInWib);
const anyTerm = fc.integer({ min: 1, max: 400 });

test("these tests run far from WIB", () => {
  expect(new Date("2024-01-01T00:00:00Z").getTimezoneOffset()).not.toBe(-7 * 60);
});

describe("deadlines", () => {
  test.each([
    ["2024-02-28", 15, "2024-03-13"],
    ["2024-03-01", 15, "2024-03-15"],
    ["2024-04-01", 30, "2024-04-30"],
    ["2024-04-01", 60, "2024-05-30"],
    ["2021-03-10", 30, "2021-04-08"],
  ])("a term that starts on %s and has %i days ends on %s, as published", (start, days, end) => {
    expect(deadlineAfter(startOfDay(day(start)), days)).toEqual(new Date(`${end}T23:59:59+07:00`));
  });

  test("the last second of a day in WIB still belongs to the start day", () => {
    expect(deadlineAfter(new Date("2024-02-28T23:59:59+07:00"), 15)).toEqual(
      new Date("2024-03-13T23:59:59+07:00"),
    );
  });

  test("one second later the term starts a day later", () => {
    expect(deadlineAfter(new Date("2024-02-29T00:00:00+07:00"), 15)).toEqual(
      new Date("2024-03-14T23:59:59+07:00"),
    );
  });

  test("whenever in the day it starts, a term ends at the same moment", () => {
    fc.assert(
      fc.property(anyMoment, anyTerm, (start, days) => {
        expect(deadlineAfter(start, days)).toEqual(deadlineAfter(startOfDay(dayInWib(start)), days));
      }),
    );
  });

  test("a term of N days touches N calendar days and ends at 23:59:59", () => {
    fc.assert(
      fc.property(anyMoment, anyTerm, (start, days) => {
        const end = deadlineAfter(start, days);
        expect(daysBetween(dayInWib(start), dayInWib(end))).toBe(days - 1);
        expect(dayInWib(addSeconds(end, 1))).not.toBe(dayInWib(end));
        expect(end.getTime()).toBeGreaterThan(start.getTime() - 1000);
      }),
    );
  });
});

describe("days", () => {
  test.each(["2024-02-30", "2023-02-29", "2024-13-01", "2024-1-1", "2024-01-01T00:00:00Z", "", "kemarin"])(
    "%j is no day",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test("31 February does not exist, 29 February does in a leap year", () => {
    expect(dayOf(2024, 2, 31)).toBeNull();
    expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
    expect(dayOf(1900, 2, 29)).toBeNull();
  });

  test("every day is read back as itself", () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        expect(parseDay(some)).toBe(some);
      }),
    );
  });

  test.each([
    ["2024-01-01T16:59:59Z", "2024-01-01"],
    ["2024-01-01T17:00:00Z", "2024-01-02"],
    ["2023-12-31T17:00:00Z", "2024-01-01"],
  ])("at %s it is %s in WIB", (moment, expected) => {
    expect(dayInWib(new Date(moment))).toBe(expected);
  });

  test("a moment lies between the start and the end of its day", () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const today = dayInWib(moment);
        expect(moment.getTime()).toBeGreaterThanOrEqual(startOfDay(today).getTime());
        expect(moment.getTime()).toBeLessThan(addSeconds(endOfDay(today), 1).getTime());
      }),
    );
  });

  test("adding days and counting them are each other's inverse", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });

  test("days sort as texts", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });

  test("seconds between two moments may be negative", () => {
    expect(secondsBetween(new Date("2024-01-01T00:00:10Z"), new Date("2024-01-01T00:00:00Z"))).toBe(-10);
  });
});

describe("age", () => {
  test.each([
    ["2006-05-17", "2024-05-16", 17],
    ["2006-05-17", "2024-05-17", 18],
    ["2004-02-29", "2022-02-28", 17],
    ["2004-02-29", "2022-03-01", 18],
    ["1959-12-31", "2024-12-30", 64],
    ["1959-12-31", "2024-12-31", 65],
  ])("born on %s, on %s a person is %i", (birth, today, age) => {
    expect(ageOn(day(birth), day(today))).toBe(age);
  });

  test("nobody grows younger", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(400), (birth, today, later) => {
        expect(ageOn(birth, addDays(today, later))).toBeGreaterThanOrEqual(ageOn(birth, today));
      }),
    );
  });
});
