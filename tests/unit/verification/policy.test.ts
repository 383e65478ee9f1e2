import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideVerification, nextAttemptAt } from "#features/verification/policy.ts";
import { secondsBetween } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";

const agreeing = { exists: true, familyCard: true, name: true, birthDate: true, mother: true };

describe("what the register agrees with", () => {
  test("everything: verified", () => {
    expect(decideVerification(agreeing)).toEqual(ok());
  });

  test.each([
    ["exists", "verification-nik-unknown"],
    ["familyCard", "verification-family-card-differs"],
    ["name", "verification-name-differs"],
    ["birthDate", "verification-birth-date-differs"],
    ["mother", "verification-mother-differs"],
  ] as const)("all but %s: %s", (datum, code) => {
    expect(decideVerification({ ...agreeing, [datum]: false })).toEqual(refuse({ code }));
  });

  test("nothing: the NIK is what to look at first", () => {
    const nothing = { exists: false, familyCard: false, name: false, birthDate: false, mother: false };
    expect(decideVerification(nothing)).toEqual(refuse({ code: "verification-nik-unknown" }));
  });
});

describe("the pause before the register is asked again", () => {
  const now = new Date("2026-11-24T03:00:00Z");

  test.each([
    [1, 15],
    [2, 30],
    [5, 240],
    [9, 3600],
    [40, 3600],
  ])("after attempt %d is %d seconds", (attempt, seconds) => {
    expect(secondsBetween(now, nextAttemptAt(now, attempt, 0))).toBe(seconds);
  });

  test("grows with the attempts, and chance adds at most a fifth", () => {
    const anyJitter = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyJitter, (attempt, jitter) => {
        const least = secondsBetween(now, nextAttemptAt(now, attempt, 0));
        const pause = secondsBetween(now, nextAttemptAt(now, attempt, jitter));
        expect(pause).toBeGreaterThanOrEqual(least);
        expect(pause).toBeLessThanOrEqual(least * 1.2);
        expect(secondsBetween(now, nextAttemptAt(now, attempt + 1, 0))).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});
