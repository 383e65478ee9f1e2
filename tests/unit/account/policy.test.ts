import { describe, expect, test } from "vitest";
import { decideLink, linkExpiry } from "#features/account/policy.ts";
import type { EmailToken } from "#features/account/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";

const now = new Date("2026-11-24T03:00:00Z");
const link = {
  id: "01a1f6e5-8780-7a1d-be10-171daf04c7b6",
  accountId: "01a1f6e5-8780-7a1d-be10-171daf04c7b5",
  expiresAt: addSeconds(now, 60),
  usedAt: null,
} as EmailToken;

describe("a link from an e-mail", () => {
  test.each([
    ["is taken to its last second", link, 60, null],
    ["is refused a second later", link, 61, "link-expired"],
    ["is refused when it was used", { ...link, usedAt: now }, 1, "link-used"],
    ["is refused when nobody knows it", null, 1, "link-unknown"],
  ] as const)("%s", (_, found, seconds, code) => {
    const decision = decideLink(found, addSeconds(now, seconds));
    expect(decision).toEqual(code ? refuse({ code }) : ok(found));
  });

  test("lives a day to verify, an hour to choose a password", () => {
    expect(linkExpiry("verify_email", now)).toEqual(new Date("2026-11-25T03:00:00Z"));
    expect(linkExpiry("reset_password", now)).toEqual(new Date("2026-11-24T04:00:00Z"));
  });
});
