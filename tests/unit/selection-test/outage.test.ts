import { describe, expect, it } from "vitest";
import { isOutage, mayHoldOutage } from "#features/selection-test/policy/outage.ts";
import { addSeconds } from "#kernel/calendar.ts";

const first = { at: new Date("2026-11-24T03:00:00Z"), aheadSeconds: 0 };
const later = (seconds: number, aheadSeconds = 0) => ({ at: addSeconds(first.at, seconds), aheadSeconds });

describe("an outage", () => {
  it.each([
    ["a sign half a minute later is none", later(30), false],
    ["90 seconds without a sign are none yet", later(90), false],
    ["more than 90 seconds without a sign are one", later(91), true],
    ["a clock that drifts by seconds hides none", later(600, 4), true],
    ["a programme's clock that was moved by a day is none", later(600, 86_400), false],
    ["a clock that was moved while little real time went by is none", later(3, 86_400), false],
    ["a machine whose clock went back is none", later(-600), false],
  ])("%s", (_, sign, expected) => {
    expect(mayHoldOutage(first, sign)).toBe(expected);
  });

  it("is not made of short stretches between people's answers", () => {
    expect(isOutage({ beganAt: first.at, endedAt: addSeconds(first.at, 80) })).toBe(false);
  });
});
