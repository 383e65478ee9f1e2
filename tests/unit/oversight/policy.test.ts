import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideMove } from "#features/oversight/policy.ts";
import { addSeconds } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const demo = { demo: true, deadline: null };
const day = 86_400;

describe("the simulation clock", () => {
  it.each([
    ["day", day],
    ["month", 30 * day],
  ] as const)("goes one %s on from where it stands", (step, seconds) => {
    const decision = decideMove({ aheadSeconds: 1000, now }, step, demo);
    expect(decision).toEqual({
      ok: true,
      value: { aheadSeconds: 1000 + seconds, reached: addSeconds(now, seconds) },
    });
  });

  it("goes just beyond the next deadline, by the way that is left to it", () => {
    const deadline = addSeconds(now, 3600);
    const decision = decideMove({ aheadSeconds: 50 * day, now }, "deadline", { demo: true, deadline });
    expect(decision).toMatchObject({ ok: true, value: { aheadSeconds: 50 * day + 3601 } });
  });

  it("stays where it is when nothing lies ahead", () => {
    for (const deadline of [null, now, addSeconds(now, -1)]) {
      const decision = decideMove({ aheadSeconds: 0, now }, "deadline", { demo: true, deadline });
      expect(decision).toEqual({ ok: false, refusal: { code: "clock-no-deadline" } });
    }
  });

  it("does not move outside demo mode", () => {
    const decision = decideMove({ aheadSeconds: 0, now }, "day", { demo: false, deadline: null });
    expect(decision).toEqual({ ok: false, refusal: { code: "clock-not-in-demo" } });
  });

  it("never goes back", () => {
    fc.assert(
      fc.property(
        fc.nat(10 * 365 * day),
        fc.constantFrom("day", "month", "deadline"),
        fc.option(fc.integer({ min: -1000 * day, max: 1000 * day })),
        (aheadSeconds, step, offset) => {
          const deadline = offset === null ? null : addSeconds(now, offset);
          const decision = decideMove({ aheadSeconds, now }, step, { demo: true, deadline });
          if (decision.ok) expect(decision.value.aheadSeconds).toBeGreaterThan(aheadSeconds);
        },
      ),
    );
  });
});
