import { describe, expect, test } from "vitest";
import { DAYS_KEPT, decideErasure, unneededBefore } from "#features/personal-data/policy.ts";
import { retained } from "#features/personal-data/types.ts";

/** 20.00 WIB of a Tuesday. */
const now = new Date("2026-11-24T13:00:00Z");

describe("personal data that nobody needs any more", () => {
  test.each([
    ["unsent-registration", 180, "2026-05-27T17:00:00.000Z"],
    ["documents", 365, "2025-11-23T17:00:00.000Z"],
    ["review-words", 365, "2025-11-23T17:00:00.000Z"],
    ["one-time-codes", 30, "2026-10-24T17:00:00.000Z"],
  ] as const)("%s stay %i days, to the midnight of WIB", (what, days, before) => {
    expect(DAYS_KEPT[what]).toBe(days);
    expect(unneededBefore(what, now).toISOString()).toBe(before);
  });

  test("has a rule for every kind", () => {
    expect(Object.keys(DAYS_KEPT).toSorted()).toEqual([...retained].toSorted());
  });
});

describe("an account is erased", () => {
  const anybody = { isRecipient: false, waitsForWave: null, hasPassword: true };

  test("for whoever asks", () => {
    expect(decideErasure(anybody)).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ["a recipient", { isRecipient: true }, { code: "erasure-recipient" }],
    ["who waits for a wave", { waitsForWave: 12 }, { code: "erasure-wave-undecided", wave: 12 }],
    ["who has no password to prove it", { hasPassword: false }, { code: "erasure-no-password" }],
    [
      "a recipient without a password",
      { isRecipient: true, hasPassword: false },
      { code: "erasure-recipient" },
    ],
  ])("not for %s", (_, changes, refusal) => {
    expect(decideErasure({ ...anybody, ...changes })).toEqual({ ok: false, refusal });
  });
});
