import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expiresAt, type Known, nextAttemptAt, planRound } from "#features/verification/policy/schedule.ts";
import { type Register, registers } from "#features/verification/types.ts";
import { addSeconds, secondsBetween } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");

describe("the pause before a register is asked again", () => {
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

describe("the age of an answer", () => {
  test.each([
    ["population", 180],
    ["education", 30],
    ["social_aid", 30],
    ["occupation", 90],
    ["blacklist", 1],
    ["priority", 30],
  ] as const)("of the %s register is %d days", (register, days) => {
    expect(secondsBetween(now, expiresAt(register, now))).toBe(days * 86_400);
  });
});

describe("whom a round asks", () => {
  const asked = Object.fromEntries(registers.map((register) => [register, "the same"])) as Record<
    Register,
    string
  >;
  const answered = (register: Register): Known => ({
    register,
    status: "answered",
    fingerprint: "the same",
    attempts: 3,
    nextAttemptAt: null,
    expiresAt: expiresAt(register, now),
  });
  const waiting = (register: Register, due: number): Known => ({
    ...answered(register),
    status: "waiting",
    nextAttemptAt: addSeconds(now, due),
    expiresAt: null,
  });
  const all = registers.map(answered);
  const withOther = (other: Known) => [...all.filter(({ register }) => register !== other.register), other];
  const plan = (known: readonly Known[], at = now) =>
    planRound(known, asked, at, 0).map(({ register, attempt }) => `${register} ${attempt}`);

  test("everybody, when nobody was asked yet", () => {
    expect(plan([])).toEqual(registers.map((register) => `${register} 1`));
  });

  test("nobody, when all have answered", () => {
    expect(plan(all)).toEqual([]);
  });

  test("who still owes an answer, when the pause is over", () => {
    expect(plan(withOther(waiting("education", 0)))).toEqual(["education 4"]);
    expect(plan(withOther(waiting("education", 1)))).toEqual([]);
  });

  test("who was asked something else, from the first attempt", () => {
    const changed = { ...asked, population: "another" };
    expect(planRound(all, changed, now, 0)).toEqual([
      {
        register: "population",
        fingerprint: "another",
        attempt: 1,
        nextAttemptAt: nextAttemptAt(now, 1, 0),
      },
    ]);
    expect(planRound(withOther(waiting("population", 900)), changed, now, 0)).toHaveLength(1);
  });

  test("whose answer has become too old", () => {
    expect(plan(all, addSeconds(now, 86_399))).toEqual([]);
    expect(plan(all, addSeconds(now, 86_400))).toEqual(["blacklist 1"]);
    expect(plan(all, addSeconds(now, 30 * 86_400))).toEqual([
      "education 1",
      "social_aid 1",
      "blacklist 1",
      "priority 1",
    ]);
  });
});
