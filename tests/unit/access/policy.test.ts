import { describe, expect, test } from "vitest";
import {
  afterFailure,
  decideAnotherPasskey,
  decideAttempt,
  decideCode,
  decideLink,
  decideSetUp,
  decideSignIn,
  decideSwitchOff,
  isRecoverySent,
  resetLinkExpiry,
  standingOf,
} from "#features/access/policy.ts";
import type { Credentials, Failures, Holder, ResetLink } from "#features/access/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";

const now = new Date("2026-11-24T03:00:00Z");
const MINUTE = 60;
const account = {
  id: "01a1f6e5-8780-7a1d-be10-171daf04c7b5",
  passwordHash: "hash",
  role: "participant",
  sessionVersion: 1,
  isVerified: true,
  lockedAt: null,
  hasSecondFactor: false,
} as Credentials;

function failing(times: number, start: Failures | null = null, at = now): Failures {
  let guard = start;
  for (let index = 0; index < times; index += 1) guard = afterFailure(guard, at);
  if (!guard) throw new Error("nothing failed");
  return guard;
}

describe("signing in", () => {
  test("the right password of a verified contact comes in", () => {
    expect(decideSignIn(account, true)).toEqual(ok(account));
  });

  test.each([
    ["an unknown contact", null, true, "sign-in-wrong"],
    ["a wrong password", account, false, "sign-in-wrong"],
    ["an account without a password yet", { ...account, passwordHash: null }, false, "sign-in-wrong"],
    ["a wrong password of a locked account", { ...account, lockedAt: now }, false, "sign-in-wrong"],
    ["a wrong password of an unverified contact", { ...account, isVerified: false }, false, "sign-in-wrong"],
    ["a locked account", { ...account, lockedAt: now }, true, "account-locked"],
    ["a contact that was not verified", { ...account, isVerified: false }, true, "contact-not-verified"],
  ] as const)("%s stays out", (_, who, passwordIsRight, code) => {
    expect(decideSignIn(who, passwordIsRight)).toEqual(refuse({ code }));
  });
});

describe("wrong tries", () => {
  test("seven in a quarter of an hour are looked at, the eighth begins a pause", () => {
    expect(decideAttempt(null, now)).toEqual(ok());
    expect(decideAttempt(failing(7), now)).toEqual(ok());
    expect(decideAttempt(failing(8), now)).toEqual(refuse({ code: "access-paused", minutes: 15 }));
  });

  test("a pause is over after its last second", () => {
    const guard = failing(8);
    expect(decideAttempt(guard, addSeconds(now, 15 * MINUTE - 1))).toEqual(
      refuse({ code: "access-paused", minutes: 1 }),
    );
    expect(decideAttempt(guard, addSeconds(now, 15 * MINUTE))).toEqual(ok());
  });

  test("the window slides: those of a quarter of an hour ago do not count", () => {
    const later = addSeconds(now, 15 * MINUTE);
    expect(decideAttempt(failing(7, failing(7), later), later)).toEqual(ok());
  });

  test.each([
    [1, 15],
    [2, 30],
    [3, 60],
    [4, 60],
  ])("pause %i in a row takes %i minutes", (pauses, minutes) => {
    let guard = failing(8);
    let at = now;
    for (let pause = 1; pause < pauses; pause += 1) {
      at = guard.blockedUntil ?? at;
      guard = failing(8, guard, at);
    }
    expect(decideAttempt(guard, at)).toEqual(refuse({ code: "access-paused", minutes }));
  });

  test("after a quiet day the pauses start small again", () => {
    const nextDay = addSeconds(now, 25 * 3600);
    expect(decideAttempt(failing(8, failing(8), nextDay), nextDay)).toEqual(
      refuse({ code: "access-paused", minutes: 15 }),
    );
  });
});

describe("a fresh session", () => {
  test.each([
    ["a person without a second step is inside", "participant", false, "inside"],
    ["a person with one is asked for the code", "participant", true, "needs-code"],
    ["a member of the staff with one is asked for the code", "officer", true, "needs-code"],
    ["a member of the staff without one has to set it up", "administrator", false, "needs-set-up"],
  ] as const)("%s", (_, role, hasSecondFactor, standing) => {
    expect(standingOf({ role, hasSecondFactor })).toBe(standing);
  });
});

describe("the second step", () => {
  test.each([
    ["a code nobody knows", null, 5, refuse({ code: "second-step-wrong" })],
    ["a code that was taken", { step: 5 }, 5, refuse({ code: "second-step-used" })],
    ["a code older than one that was taken", { step: 4 }, 5, refuse({ code: "second-step-used" })],
    ["the next code", { step: 6 }, 5, ok({ step: 6 })],
    ["the first code of all", { step: 6 }, null, ok({ step: 6 })],
    ["a recovery code", { recovery: 3 }, 5, ok({ recovery: 3 })],
  ] as const)("%s", (_, typed, lastStep, decision) => {
    expect(decideCode(typed, lastStep)).toEqual(decision);
  });

  test.each([
    ["inside", true],
    ["needs-set-up", true],
    ["needs-code", false],
  ] as const)("a session that is %s may set one up: %s", (standing, isAllowed) => {
    const holder = { standing, role: "officer" } as Holder;
    expect(decideSetUp(holder).ok).toBe(isAllowed);
    expect(decideSetUp(null)).toEqual(refuse({ code: "session-over" }));
  });

  test("people may do without it, staff may not", () => {
    expect(decideSwitchOff("participant")).toEqual(ok());
    for (const role of ["administrator", "officer", "provider", "auditor"] as const) {
      expect(decideSwitchOff(role)).toEqual(refuse({ code: "second-step-compulsory" }));
    }
  });
});

describe("a way back in", () => {
  const link = { id: "x", accountId: account.id, expiresAt: addSeconds(now, 60), usedAt: null } as ResetLink;

  test.each([
    ["is taken to its last second", link, 60, null],
    ["is refused a second later", link, 61, "link-expired"],
    ["is refused when it was used", { ...link, usedAt: now }, 1, "link-used"],
    ["is refused when nobody knows it", null, 1, "link-unknown"],
  ] as const)("a link %s", (_, found, seconds, code) => {
    expect(decideLink(found, addSeconds(now, seconds))).toEqual(code ? refuse({ code }) : ok(found));
  });

  test("a link lives an hour, and five in an hour are enough", () => {
    expect(resetLinkExpiry(now)).toEqual(addSeconds(now, 3600));
    expect([0, 4, 5, 6].map(isRecoverySent)).toEqual([true, true, false, false]);
  });
});

test("ten passkeys are enough", () => {
  expect(decideAnotherPasskey(9)).toEqual(ok());
  expect(decideAnotherPasskey(10)).toEqual(refuse({ code: "passkeys-enough" }));
});
