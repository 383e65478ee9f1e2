import { describe, expect, it } from "vitest";
import { isOutage, mayHoldOutage } from "#features/selection-test/policy/outage.ts";
import { addSeconds } from "#kernel/calendar.ts";

const before = { at: new Date("2026-11-24T03:00:00Z"), aheadSeconds: 0 };
const after = (seconds: number, aheadSeconds = 0) => ({ at: addSeconds(before.at, seconds), aheadSeconds });

describe("an outage", () => {
  it.each([
    ["a sign half a minute later is none", after(30), false],
    ["90 seconds without a sign are none yet", after(90), false],
    ["more than 90 seconds without a sign are one", after(91), true],
    ["a clock that drifts by seconds hides none", after(600, 4), true],
    ["a programme's clock that was moved by a day is none", after(600, 86_400), false],
    ["a clock that was moved while little real time went by is none", after(3, 86_400), false],
    ["a machine whose clock went back is none", after(-600), false],
  ])("%s", (_, later, expected) => {
    expect(mayHoldOutage(before, later)).toBe(expected);
  });

  it("is not made of short stretches between people's answers", () => {
    expect(isOutage({ beganAt: before.at, endedAt: addSeconds(before.at, 80) })).toBe(false);
  });
});
