import { describe, expect, test } from "vitest";
import { decideGoingOn, decideLink, forgottenBefore } from "#features/account/policy/sign-up.ts";
import type { OpenedLetter, SignUp, SignUpId } from "#features/account/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";

const now = new Date("2026-11-24T03:00:00Z");
const id = "01a1f6e5-8780-7a1d-be10-171daf04c7b5" as SignUpId;
const signUp: SignUp = {
  id,
  displayName: "Wulan",
  locale: "id",
  contact: { kind: "email", value: "wulan@example.test" },
  passwordHash: "hash",
};
const letter: OpenedLetter = { signUpId: id, address: "wulan@example.test", sentAt: now };
const DAY = 86_400;

describe("the link of a letter", () => {
  test.each([
    ["is taken to the last second of its day", letter, signUp, DAY, null],
    ["is refused a second later", letter, signUp, DAY + 1, "link-expired"],
    ["is refused when the account is there", letter, { ...signUp, passwordHash: null }, 1, "link-used"],
    ["is refused when nobody knows it", null, signUp, 1, "link-unknown"],
    ["is refused when the sign-up was forgotten", letter, null, 1, "link-unknown"],
    [
      "is refused when the address was changed since",
      { ...letter, address: "wulna@example.test" },
      signUp,
      1,
      "link-unknown",
    ],
  ] as const)("%s", (_, opened, whose, seconds, code) => {
    const decision = decideLink(opened, whose, addSeconds(now, seconds));
    expect(decision).toEqual(code ? refuse({ code }) : ok(signUp));
  });
});

describe("a sign-up", () => {
  test.each([
    ["goes on", signUp, null],
    ["is over when it became an account", { ...signUp, passwordHash: null }, "sign-up-completed"],
    ["does not go on when nobody knows it", null, "sign-up-unknown"],
  ] as const)("%s", (_, whose, code) => {
    expect(decideGoingOn(whose)).toEqual(code ? refuse({ code }) : ok(signUp));
  });

  test("is kept for a week", () => {
    expect(forgottenBefore(now)).toEqual(new Date("2026-11-17T03:00:00Z"));
  });
});
