import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseId } from "#features/catalogue/types.ts";
import {
  datesOf,
  decideCancellation,
  decidePurchase,
  decideRedemption,
  lastMomentToCancel,
} from "#features/purchase/policy.ts";
import { buyCourseInput, redeemCodeInput } from "#features/purchase/schema.ts";
import type {
  Buyer,
  CourseForSale,
  EarlierPurchase,
  PurchaseId,
  PurchaseState,
} from "#features/purchase/types.ts";
import { addSeconds, type Day, parseDay } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const terms = { daysToFirstPurchase: 30, daysToNextPurchase: null, daysToFinish: 60 };
const gita: Buyer = {
  determinedAt: new Date("2026-11-10T03:00:00Z"),
  hasEnded: false,
  balance: 1_000_000n,
  terms,
};
const course: CourseForSale = {
  id: "course-1" as CourseId,
  slug: "barista",
  price: 780_000n,
  providerSlug: "kopi",
  seatsLeft: 3,
  isActive: true,
};
const earlierOne = (changes: Partial<EarlierPurchase> = {}): EarlierPurchase => ({
  courseId: "course-0",
  status: "finished",
  finishedAt: new Date("2026-11-20T03:00:00Z"),
  ...changes,
});

describe("who may buy what", () => {
  const facts = { buyer: gita, course, earlier: [] };

  test("a recipient with enough money, in time, while there is a seat", () => {
    expect(decidePurchase(facts, now)).toMatchObject({ ok: true, value: { course } });
  });

  test.each<[string, Partial<Parameters<typeof decidePurchase>[0]>, string]>([
    ["nobody was determined", { buyer: null }, "purchase-not-recipient"],
    ["the membership ended", { buyer: { ...gita, hasEnded: true } }, "purchase-membership-ended"],
    ["there is no such course", { course: null }, "purchase-course-unknown"],
    ["the course was withdrawn", { course: { ...course, isActive: false } }, "purchase-course-unknown"],
    [
      "one is bought",
      { earlier: [earlierOne({ status: "bought", finishedAt: null })] },
      "purchase-under-way",
    ],
    [
      "one is followed",
      { earlier: [earlierOne({ status: "redeemed", finishedAt: null })] },
      "purchase-under-way",
    ],
    ["the same was finished", { earlier: [earlierOne({ courseId: course.id })] }, "purchase-bought-before"],
    [
      "the same was cancelled",
      { earlier: [earlierOne({ courseId: course.id, status: "cancelled", finishedAt: null })] },
      "purchase-bought-before",
    ],
    ["no seat is left", { course: { ...course, seatsLeft: 0 } }, "purchase-no-seat"],
    ["one rupiah is missing", { buyer: { ...gita, balance: 779_999n } }, "purchase-balance-short"],
  ])("refused when %s", (_, changes, code) => {
    expect(decidePurchase({ ...facts, ...changes }, now)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("the last rupiah may be spent", () => {
    expect(decidePurchase({ ...facts, buyer: { ...gita, balance: 780_000n } }, now).ok).toBe(true);
  });

  test("the first purchase ends with day 30, day 1 being the day of the decree", () => {
    const last = new Date("2026-12-09T16:59:59Z");
    expect(decidePurchase(facts, last).ok).toBe(true);
    expect(decidePurchase(facts, addSeconds(last, 1))).toEqual({
      ok: false,
      refusal: { code: "purchase-first-too-late", until: last },
    });
  });

  test("after a finished training the term of the first one is kept; a cancelled one keeps nothing", () => {
    const late = new Date("2027-06-01T03:00:00Z");
    expect(decidePurchase({ ...facts, earlier: [earlierOne()] }, late).ok).toBe(true);
    const cancelled = [earlierOne({ status: "cancelled", finishedAt: null })];
    expect(decidePurchase({ ...facts, earlier: cancelled }, late)).toMatchObject({
      refusal: { code: "purchase-first-too-late" },
    });
  });

  test("scheme B: the next one within 15 days of the latest review", () => {
    const buyer = { ...gita, terms: { ...terms, daysToNextPurchase: 15 } };
    const earlier = [earlierOne(), earlierOne({ finishedAt: new Date("2026-11-22T03:00:00Z") })];
    const last = new Date("2026-12-06T16:59:59Z");
    expect(decidePurchase({ ...facts, buyer, earlier }, last).ok).toBe(true);
    expect(decidePurchase({ ...facts, buyer, earlier }, addSeconds(last, 1))).toMatchObject({
      refusal: { code: "purchase-next-too-late", until: last },
    });
  });

  test("whoever may buy never pays more than they have", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 5_000_000n), fc.bigInt(1n, 5_000_000n), (balance, price) => {
        const decision = decidePurchase(
          { ...facts, buyer: { ...gita, balance }, course: { ...course, price } },
          now,
        );
        expect(decision.ok).toBe(balance >= price);
      }),
    );
  });
});

describe("the dates of a purchase", () => {
  test("redeem by day 15, finish by day 60, cancel until the third day after", () => {
    expect(datesOf(terms, now)).toEqual({
      redeemBy: new Date("2026-12-08T16:59:59Z"),
      cancelBy: new Date("2026-11-27T16:59:59Z"),
      finishBy: new Date("2027-01-22T16:59:59Z"),
    });
  });

  const day = (text: string) => parseDay(text) as Day;
  test.each([
    ["self-paced: purchase + 3", null, "2026-11-27T16:59:59.000Z"],
    ["a start far away: purchase + 3", day("2026-12-24"), "2026-11-27T16:59:59.000Z"],
    ["a start in five days: start - 3", day("2026-11-29"), "2026-11-26T16:59:59.000Z"],
    ["a start in three days: the purchase day itself", day("2026-11-27"), "2026-11-24T16:59:59.000Z"],
    ["a start in two days: never", day("2026-11-26"), undefined],
  ])("cancelling, %s", (_, startsOn, expected) => {
    expect(lastMomentToCancel(now, startsOn)?.toISOString()).toBe(expected);
  });
});

const bought: PurchaseState = {
  id: "purchase-1" as PurchaseId,
  courseId: course.id,
  courseSlug: "barista",
  providerSlug: "kopi",
  price: 780_000n,
  status: "bought",
  redeemBy: new Date("2026-12-08T16:59:59Z"),
  cancelBy: new Date("2026-11-27T16:59:59Z"),
};

describe("cancelling", () => {
  test.each<[string, PurchaseState | null, Date, string | null]>([
    ["in time", bought, now, null],
    ["in the last second", bought, new Date("2026-11-27T16:59:59Z"), null],
    ["a second later", bought, new Date("2026-11-27T17:00:00Z"), "cancel-too-late"],
    ["somebody else's", null, now, "cancel-purchase-unknown"],
    ["a second time", { ...bought, status: "cancelled" }, now, "cancel-done-before"],
    ["after redeeming", { ...bought, status: "redeemed" }, now, "cancel-training-open"],
    ["after finishing", { ...bought, status: "finished" }, now, "cancel-training-open"],
    ["after a revocation", { ...bought, status: "forfeited" }, now, "cancel-training-open"],
    ["bought too close to its start", { ...bought, cancelBy: null }, now, "cancel-never-possible"],
  ])("%s", (_, purchase, moment, code) => {
    const decision = decideCancellation(purchase, false, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

test("after the membership has ended nothing comes back, but what came back before is told", () => {
  expect(decideCancellation(bought, true, now)).toMatchObject({
    refusal: { code: "cancel-membership-ended" },
  });
  expect(decideCancellation({ ...bought, status: "cancelled" }, true, now)).toMatchObject({
    refusal: { code: "cancel-done-before" },
  });
});

describe("redeeming", () => {
  const other = { ...bought, id: "purchase-2" as PurchaseId };
  test.each<[string, PurchaseState | null, PurchaseState | null, Date, string | null]>([
    ["with its own code", bought, bought, now, null],
    ["in the last second", bought, bought, bought.redeemBy, null],
    ["a second later", bought, bought, addSeconds(bought.redeemBy, 1), "redeem-too-late"],
    ["with a code that nobody has", bought, null, now, "redeem-code-unknown"],
    ["a purchase of somebody else", null, bought, now, "redeem-code-unknown"],
    ["a cancelled purchase", { ...bought, status: "cancelled" }, bought, now, "redeem-purchase-cancelled"],
    ["with a cancelled code", bought, { ...other, status: "cancelled" }, now, "redeem-code-cancelled"],
    ["with a code of another training", bought, other, now, "redeem-code-other-training"],
    ["of another provider", bought, { ...other, providerSlug: "listrik" }, now, "redeem-code-other-provider"],
    ["a second time", { ...bought, status: "redeemed" }, bought, now, "redeem-code-used"],
  ])("%s", (_, purchase, entered, moment, code) => {
    const decision = decideRedemption(purchase, entered, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

describe("what people type", () => {
  test.each([
    ["1234 5678 9012 3456", "1234567890123456"],
    ["1234-5678-9012-3456", "1234567890123456"],
    [" 1234567890123456 ", "1234567890123456"],
  ])("card number %s is understood", (cardNumber, digits) => {
    expect(buyCourseInput.parse({ slug: "barista", cardNumber })).toEqual({
      slug: "barista",
      cardNumber: digits,
    });
  });

  test.each([
    ["", "required"],
    ["12ab", "number-only"],
    ["123456789012345", "card-number-length"],
  ])("card number %j is sent back: %s", (cardNumber, code) => {
    const parsed = buyCourseInput.safeParse({ slug: "barista", cardNumber });
    expect(parsed.error?.issues[0]?.message).toBe(code);
  });

  test("a redeem code may be small and in groups", () => {
    const purchaseId = "01a2b3c4-0000-7000-8000-000000000001";
    expect(redeemCodeInput.parse({ purchaseId, redeemCode: "abcde fghjk" }).redeemCode).toBe("ABCDEFGHJK");
    const short = redeemCodeInput.safeParse({ purchaseId, redeemCode: "ABC" });
    expect(short.error?.issues[0]?.message).toBe("redeem-code-shape");
  });
});
