import { describe, expect, test } from "vitest";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import {
  afterWrong,
  codeExpiry,
  decideDestination,
  decideSend,
  decideTry,
  type Guard,
} from "#platform/one-time-code/rules.ts";

const now = new Date("2026-11-24T03:00:00Z");
const quiet: Guard = { wrong: 0, sends: 0, blockedUntil: null, sendBlockedUntil: null };
const HOUR = 3_600;

describe("a code lives", () => {
  test.each([
    ["sms", 300],
    ["email", 300],
    ["paper", 30 * 24 * HOUR],
  ] as const)("by %s %i seconds", (channel, seconds) => {
    expect(codeExpiry(channel, now)).toEqual(addSeconds(now, seconds));
  });

  test("to its last second", () => {
    const code = { expiresAt: now };
    expect(decideTry(quiet, code, now)).toEqual(ok());
    expect(decideTry(quiet, code, addSeconds(now, 1))).toEqual(refuse({ code: "code-expired" }));
    expect(decideTry(quiet, null, now)).toEqual(refuse({ code: "code-expired" }));
  });
});

describe("sending", () => {
  test("the first and five more go out, then there are two hours of pause", () => {
    let guard = quiet;
    let at = now;
    for (let send = 1; send <= 6; send += 1) {
      const decision = decideSend(guard, null, at);
      if (!decision.ok) throw new Error(`send ${send} was refused`);
      guard = decision.value;
      at = addSeconds(at, 60);
    }
    expect(decideSend(guard, null, at)).toEqual(refuse({ code: "code-send-blocked", minutes: 119 }));
    const later = addSeconds(now, 5 * 60 + 2 * HOUR);
    expect(decideSend(guard, null, later)).toEqual(ok({ ...quiet, sends: 1 }));
  });

  test.each([
    [0, 60],
    [59, 1],
    [60, null],
  ])("%i seconds after the last one", (seconds, wait) => {
    const decision = decideSend(quiet, now, addSeconds(now, seconds));
    if (wait) expect(decision).toEqual(refuse({ code: "code-send-soon", seconds: wait }));
    else expect(decision.ok).toBe(true);
  });

  test("waits while too many wrong codes are paused", () => {
    const guard = { ...quiet, blockedUntil: addSeconds(now, 90) };
    expect(decideSend(guard, null, now)).toEqual(refuse({ code: "code-blocked", minutes: 2 }));
  });
});

describe("one phone or address is spared, whoever asks", () => {
  const six = [0, 60, 120, 180, 240, 300].map((seconds) => addSeconds(now, -seconds));
  test.each([
    ["the seventh of strangers in two hours waits", "account_phone", six, 115],
    ["the sixth goes out", "account_phone", six.slice(1), null],
    ["who is known is counted by the account", "registration_phone", six, null],
  ] as const)("%s", (_, purpose, sentAt, minutes) => {
    const decision = decideDestination(purpose, sentAt, now);
    expect(decision).toEqual(minutes ? refuse({ code: "code-send-blocked", minutes }) : ok());
  });
});

describe("wrong codes", () => {
  test.each([
    ["account_phone", 1_440],
    ["account_email", 1_440],
    ["registration_phone", 1_440],
    ["take_over", 1_440],
    ["payout_account", 60],
    ["sign_in", 60],
    ["purchase", 60],
  ] as const)("of %s: three are forgiven, the fourth begins %i minutes", (purpose, minutes) => {
    let guard = quiet;
    const lefts = [1, 2, 3].map(() => {
      const after = afterWrong(guard, purpose, now);
      guard = after.guard;
      return after.refusal;
    });
    expect(lefts).toEqual([3, 2, 1].map((left) => ({ code: "code-wrong", left })));
    const fourth = afterWrong(guard, purpose, now);
    expect(fourth.refusal).toEqual({ code: "code-blocked", minutes });
    expect(decideTry(fourth.guard, { expiresAt: addSeconds(now, 99) }, now).ok).toBe(false);
  });

  test("are forgotten when the pause is over", () => {
    const guard = { ...quiet, blockedUntil: now };
    expect(decideTry(guard, { expiresAt: addSeconds(now, 9) }, now)).toEqual(ok());
    expect(afterWrong(guard, "sign_in", now).refusal).toEqual({ code: "code-wrong", left: 3 });
  });
});
