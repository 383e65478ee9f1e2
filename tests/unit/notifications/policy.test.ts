import { describe, expect, test } from "vitest";
import {
  channelTo,
  goesBothWays,
  identityOf,
  MESSAGE_TRIES,
  nextTry,
} from "#features/notifications/policy.ts";
import { wordsOf } from "#features/notifications/queries.ts";
import { notificationKinds } from "#features/notifications/types.ts";

const noon = new Date("2026-11-24T05:00:00Z");
const tomorrow = new Date("2026-11-25T05:00:00Z");

describe("a message is told once", () => {
  test("the order of the facts does not make it another message", () => {
    expect(identityOf("incentivePaid", { a: 1, b: 2 }, noon)).toBe(
      identityOf("incentivePaid", { b: 2, a: 1 }, tomorrow),
    );
  });

  test("other facts make another message", () => {
    expect(identityOf("incentivePaid", { a: 1 }, noon)).not.toBe(identityOf("incentivePaid", { a: 2 }, noon));
    expect(identityOf("incentivePaid", { a: 1 }, noon)).not.toBe(identityOf("surveyOpened", { a: 1 }, noon));
  });

  test("a payment that is held again another day is told again", () => {
    const held = { participantId: "x", paymentId: "y" };
    expect(identityOf("incentiveHeld", held, noon)).not.toBe(identityOf("incentiveHeld", held, tomorrow));
  });
});

test("tries of a message lie further and further apart, four hours in all", () => {
  const waits = Array.from(
    { length: MESSAGE_TRIES },
    (_, index) => nextTry(index + 1, noon).getTime() - noon.getTime(),
  );
  expect(waits.map((wait) => wait / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
});

describe("how somebody is told", () => {
  const both = { email: "sari@example.test", isEmailBroken: false, phone: "+6281234567890" };
  test.each([
    ["by letter where there is an address", both, "balanceOpened", "email"],
    ["by SMS where letters come back", { ...both, isEmailBroken: true }, "balanceOpened", "sms"],
    [
      "still by letter where they come back and there is no phone",
      { ...both, isEmailBroken: true, phone: null },
      "balanceOpened",
      "email",
    ],
    ["by SMS of what matters, without an address", { ...both, email: null }, "deadlineNear", "sms"],
    [
      "on the page only of what can wait, without an address",
      { ...both, email: null },
      "coursePurchased",
      null,
    ],
    ["on the page only, without any contact", { ...both, email: null, phone: null }, "balanceOpened", null],
  ] as const)("%s", (_, reachable, kind, channel) => {
    expect(channelTo(reachable, kind)).toBe(channel);
  });
});

test("the result of a wave goes to mailbox and phone of whoever has both, other news to one of them", () => {
  const both = { email: "sari@contoh.test", isEmailBroken: false, phone: "+6281234567890" };
  expect(goesBothWays(both, "recipientDetermined")).toBe(true);
  expect(goesBothWays(both, "entryNotSelected")).toBe(true);
  expect(goesBothWays(both, "balanceOpened")).toBe(false);
  expect(goesBothWays({ ...both, phone: null }, "recipientDetermined")).toBe(false);
});

const everything = {
  kind: "email",
  status: "verified",
  reason: "unsaid",
  course: "Barista",
  provider: "Lembaga",
  amount: "600000",
  redeemCode: "ABC",
  held: "no",
  opensAt: "2026-12-08T01:00:00Z",
  cause: "participant",
  words: "",
  redeemBy: "2026-12-08T16:59:59Z",
  finishBy: "2027-01-22T16:59:59Z",
  closesAt: "2026-12-08T16:59:59Z",
  until: "2026-12-08T16:59:59Z",
  what: "purchase",
  number: 1,
  sequence: 2,
  purpose: "survey",
  institution: "Bank Simulasi",
  tail: "1234",
  outcome: "upheld",
};

describe("every kind has its words in both languages, with nothing left to fill in", () => {
  test.each(notificationKinds.flatMap((kind) => [["id", kind] as const, ["en", kind] as const]))(
    "%s %s",
    (locale, kind) => {
      const { subject, text, action } = wordsOf(locale, kind, everything);
      for (const words of [subject, text, action]) {
        expect(words).toMatch(/\p{L}{2}/u);
        expect(words).not.toMatch(/[{}]|notifications\.|kinds\./);
      }
    },
  );
});

test("moments, money and reasons are written for people", () => {
  const bought = wordsOf("id", "coursePurchased", everything).text;
  expect(bought).toContain("Rp600.000");
  expect(bought).toContain("Selasa, 8 Desember 2026 pukul 23.59 WIB");
  const held = wordsOf("id", "incentiveHeld", { ...everything, reason: "no-such-code" }).text;
  expect(held).not.toContain("no-such-code");
});
