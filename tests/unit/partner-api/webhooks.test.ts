import fc from "fast-check";
import { expect, test } from "vitest";
import { decideAfterTry, MOST_TRIES } from "#features/partner-api/policy/webhooks.ts";

const now = new Date("2026-11-24T08:00:00Z");
const chance = { bytes: (length: number) => new Uint8Array(length) };
const failed = { status: 503, failure: "status", milliseconds: 5 } as const;

test.each([200, 201, 204])("an answer of %i is an arrival", (status) => {
  expect(decideAfterTry({ status, failure: null, milliseconds: 5 }, 1, now, chance)).toEqual({
    state: "delivered",
  });
});

test("the pauses grow fourfold to half a day, and after the tenth try it is given up", () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, index) => {
    const after = decideAfterTry(failed, index + 1, now, chance);
    return "retryAt" in after ? (after.retryAt.getTime() - now.getTime()) / 1000 : after.state;
  });
  expect(pauses).toEqual([30, 120, 480, 1_920, 7_680, 30_720, 43_200, 43_200, 43_200, "given-up"]);
});

test("chance adds at most a fifth, so that those who fell together do not wake together", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      (tries, bytes) => {
        const least = decideAfterTry(failed, tries, now, chance);
        const after = decideAfterTry(failed, tries, now, { bytes: () => bytes });
        if (!("retryAt" in after) || !("retryAt" in least)) throw new Error("given up too early");
        const pause = least.retryAt.getTime() - now.getTime();
        const added = after.retryAt.getTime() - least.retryAt.getTime();
        expect(added).toBeGreaterThanOrEqual(0);
        expect(added).toBeLessThanOrEqual(pause / 5);
      },
    ),
  );
});
