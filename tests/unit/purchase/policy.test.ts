import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import {
  decideCancellation,
  decideRedemption,
  decideRedemptionByPartner,
} from "#features/purchase/policy/after.ts";
import { decideIntent, decidePurchase, meetsEducation } from "#features/purchase/policy/purchase.ts";
import { commissionOf, datesOf, lastMomentToCancel } from "#features/purchase/policy/terms.ts";
import { authorizePurchaseInput, redeemCodeInput, requestPurchaseInput } from "#features/purchase/schema.ts";
import type {
  Buyer,
  CourseForSale,
  EarlierPurchase,
  Intent,
  IntentId,
  PurchaseFacts,
  PurchaseId,
  PurchaseState,
  ScheduleForSale,
} from "#features/purchase/types.ts";
import { addSeconds, type Day, parseDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

const day = (text: string) => parseDay(text) as Day;
const now = new Date("2026-11-24T03:00:00Z");
const terms = { daysToFirstPurchase: 30, daysToNextPurchase: null, daysToFinish: 60 };
const gita: Buyer = {
  determinedAt: new Date("2026-11-10T03:00:00Z"),
  hasEnded: false,
  balance: 1_000_000n,
  birth: day("2000-05-17"),
  education: "senior-high",
  terms,
};
const schedule: ScheduleForSale = {
  id: "schedule-1" as ScheduleId,
  code: "JDW-7Q4M2X",
  startsAt: null,
  endsAt: null,
  seatsLeft: 3,
  isCancelled: false,
};
const course: CourseForSale = {
  id: "course-1" as CourseId,
  code: "KRS-7Q4M2X",
  slug: "barista",
  version: 1,
  mode: "self_paced",
  price: 780_000n,
  providerSlug: "kopi",
  platformSlug: "sagu",
  commissionPercent: 10,
  minimumAge: 18,
  minimumEducation: null,
  isActive: true,
  schedule,
};
const sagu = { channel: "platform", clientCode: "SAGU", platformSlug: "sagu" } as const;
const earlierOne = (changes: Partial<EarlierPurchase> = {}): EarlierPurchase => ({
  courseId: "course-0",
  status: "finished",
  cancelCause: null,
  cancelledAt: null,
  finishedAt: new Date("2026-11-20T03:00:00Z"),
  ...changes,
});
const cancelledOne = (changes: Partial<EarlierPurchase> = {}): EarlierPurchase =>
  earlierOne({
    status: "cancelled",
    cancelCause: "participant",
    cancelledAt: new Date("2026-11-20T03:00:00Z"),
    finishedAt: null,
    ...changes,
  });

describe("who may buy what", () => {
  const facts: PurchaseFacts = {
    ...{ buyer: gita, course, earlier: [], shownPrice: null, seller: { channel: "portal" } },
  };
  const offered = (changes: Partial<ScheduleForSale>) => ({
    course: { ...course, schedule: { ...schedule, ...changes } },
  });

  test("a recipient with enough money, in time, while there is a seat", () => {
    expect(decidePurchase(facts, now)).toMatchObject({ ok: true, value: { course, schedule } });
  });

  test.each<[string, Partial<PurchaseFacts>, string]>([
    ["nobody was determined", { buyer: null }, "purchase-not-recipient"],
    ["the membership ended", { buyer: { ...gita, hasEnded: true } }, "purchase-membership-ended"],
    ["there is no such course", { course: null }, "purchase-course-unknown"],
    ["the course was withdrawn", { course: { ...course, isActive: false } }, "purchase-course-unknown"],
    [
      "another platform's course is asked for",
      { seller: { ...sagu, platformSlug: "panggung" } },
      "purchase-course-unknown",
    ],
    ["there is no such schedule", { course: { ...course, schedule: null } }, "purchase-schedule-unknown"],
    ["the schedule was called off", offered({ isCancelled: true }), "purchase-schedule-unknown"],
    ["the schedule begins this moment", offered({ startsAt: now }), "purchase-schedule-begun"],
    ["no seat is left", offered({ seatsLeft: 0 }), "purchase-no-seat"],
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
      "the buyer cancelled the same",
      { earlier: [cancelledOne({ courseId: course.id })] },
      "purchase-bought-before",
    ],
    [
      "the platform cancelled the same",
      { earlier: [cancelledOne({ courseId: course.id, cancelCause: "platform" })] },
      "purchase-bought-before",
    ],
    ["one rupiah is missing", { buyer: { ...gita, balance: 779_999n } }, "purchase-balance-short"],
    ["the price has changed", { shownPrice: 770_000n }, "purchase-price-changed"],
    ["a year of age is missing", { course: { ...course, minimumAge: 27 } }, "purchase-too-young"],
    ["the age is not known", { buyer: { ...gita, birth: null } }, "purchase-too-young"],
    [
      "a diploma is asked for",
      { course: { ...course, minimumEducation: "diploma" } },
      "purchase-education-short",
    ],
  ])("refused when %s", (_, changes, code) => {
    expect(decidePurchase({ ...facts, ...changes }, now)).toMatchObject({ ok: false, refusal: { code } });
  });

  test.each<[string, Partial<PurchaseFacts>]>([
    ["the last rupiah may be spent", { buyer: { ...gita, balance: 780_000n } }],
    ["the price is as it was shown", { shownPrice: 780_000n }],
    ["the platform sells its own course", { seller: sagu }],
    ["a schedule begins in a second", offered({ startsAt: addSeconds(now, 1) })],
    ["the age is just reached", { course: { ...course, minimumAge: 26 } }],
    ["the education is just reached", { course: { ...course, minimumEducation: "senior-high" } }],
    [
      "the provider called the same one off",
      { earlier: [cancelledOne({ courseId: course.id, cancelCause: "schedule" })] },
    ],
  ])("allowed when %s", (_, changes) => {
    expect(decidePurchase({ ...facts, ...changes }, now)).toMatchObject({ ok: true });
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
    expect(decidePurchase({ ...facts, earlier: [cancelledOne()] }, late)).toMatchObject({
      refusal: { code: "purchase-first-too-late" },
    });
  });

  test("a training that its provider called off gives the whole term again, one that was cancelled does not", () => {
    const cancelledAt = new Date("2026-12-05T03:00:00Z");
    const last = new Date("2027-01-03T16:59:59Z");
    const calledOff = [cancelledOne({ cancelCause: "schedule", cancelledAt })];
    expect(decidePurchase({ ...facts, earlier: calledOff }, last).ok).toBe(true);
    expect(decidePurchase({ ...facts, earlier: calledOff }, addSeconds(last, 1))).toMatchObject({
      refusal: { code: "purchase-first-too-late", until: last },
    });
    expect(decidePurchase({ ...facts, earlier: [cancelledOne({ cancelledAt })] }, last)).toMatchObject({
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

test.each([
  ["primary", "primary", true],
  ["none", "primary", false],
  ["vocational-high", "senior-high", true],
  ["senior-high", "diploma", false],
  ["postgraduate", "bachelor", true],
  [null, "primary", false],
  ["bachelor", "something-new", false],
  [null, null, true],
])("an education of %s for a course that asks for %s: %s", (has, minimum, meets) => {
  expect(meetsEducation(has, minimum)).toBe(meets);
});

describe("a purchase that waits for its code", () => {
  const intent: Intent = {
    id: "intent-1" as IntentId,
    participantId: "gita" as ParticipantId,
    courseSlug: "barista",
    scheduleCode: schedule.code,
    amount: 780_000n,
    expiresAt: addSeconds(now, 300),
    isNewest: true,
    purchaseId: null,
    seller: { channel: "portal", clientCode: null },
  };
  test.each<[string, Intent | null, Date, string | null]>([
    ["in time", intent, now, null],
    ["in the last second", intent, addSeconds(now, 300), null],
    ["a second later", intent, addSeconds(now, 301), "purchase-intent-expired"],
    ["after another one was begun", { ...intent, isNewest: false }, now, "purchase-intent-replaced"],
    ["that nobody began", null, now, "purchase-intent-unknown"],
    [
      "that is bought, however late",
      { ...intent, purchaseId: "p" as PurchaseId, isNewest: false },
      addSeconds(now, 900),
      null,
    ],
  ])("%s", (_, waiting, moment, code) => {
    const decision = decideIntent(waiting, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

describe("the dates of a purchase", () => {
  test("self-paced: redeem by day 15, finish by day 60, cancel until the third day after", () => {
    expect(datesOf(terms, "self_paced", schedule, now)).toEqual({
      redeemFrom: now,
      redeemBy: new Date("2026-12-08T16:59:59Z"),
      cancelBy: new Date("2026-11-27T16:59:59Z"),
      finishBy: new Date("2027-01-22T16:59:59Z"),
    });
  });

  // Held from Saturday, 5 December 2026, 09.00 WIB to Sunday, 16.00 WIB.
  const held = { startsAt: new Date("2026-12-05T02:00:00Z"), endsAt: new Date("2026-12-06T09:00:00Z") };
  test.each([
    ["webinar", "2026-12-05T01:00:00.000Z", "2026-12-05T03:00:00.000Z"],
    ["face_to_face", "2026-12-05T01:00:00.000Z", "2026-12-05T04:00:00.000Z"],
  ] as const)("%s: redeemed between %s and %s, finished within 15 days of its end", (mode, from, until) => {
    const dates = datesOf(terms, mode, held, now);
    expect([dates.redeemFrom.toISOString(), dates.redeemBy.toISOString()]).toEqual([from, until]);
    expect(dates.cancelBy).toEqual(new Date("2026-11-27T16:59:59Z"));
    expect(dates.finishBy).toEqual(new Date("2026-12-20T16:59:59Z"));
  });

  test.each([
    ["self-paced: purchase + 3", null, "2026-11-27T16:59:59.000Z"],
    ["a start far away: purchase + 3", day("2026-12-24"), "2026-11-27T16:59:59.000Z"],
    ["a start in five days: start - 3", day("2026-11-29"), "2026-11-26T16:59:59.000Z"],
    ["a start in three days: the purchase day itself", day("2026-11-27"), "2026-11-24T16:59:59.000Z"],
    ["a start in two days: never", day("2026-11-26"), undefined],
  ])("cancelling, %s", (_, startsOn, expected) => {
    expect(lastMomentToCancel(now, startsOn)?.toISOString()).toBe(expected);
  });

  test("commission is whole rupiah and never more than its part of the price", () => {
    expect(commissionOf(780_000n, 10)).toBe(78_000n);
    expect(commissionOf(333_333n, 7)).toBe(23_333n);
    expect(commissionOf(350_000n, 0)).toBe(0n);
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000_000n), fc.integer({ min: 0, max: 15 }), (price, percent) => {
        const commission = commissionOf(price, percent);
        expect(commission * 100n).toBeLessThanOrEqual(price * BigInt(percent));
        expect((commission + 1n) * 100n).toBeGreaterThan(price * BigInt(percent));
      }),
    );
  });
});

const bought: PurchaseState = {
  id: "purchase-1" as PurchaseId,
  participantId: "gita" as ParticipantId,
  courseId: course.id,
  scheduleId: schedule.id,
  courseSlug: "barista",
  mode: "self_paced",
  providerSlug: "kopi",
  platformSlug: "sagu",
  price: 780_000n,
  commission: 78_000n,
  status: "bought",
  redeemFrom: now,
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
    ["a second too early", bought, bought, addSeconds(now, -1), "redeem-too-early"],
    ["in the last second", bought, bought, bought.redeemBy, null],
    ["a second later", bought, bought, addSeconds(bought.redeemBy, 1), "redeem-too-late"],
    ["with a code that nobody has", bought, null, now, "redeem-code-unknown"],
    ["a purchase of somebody else", null, bought, now, "redeem-code-unknown"],
    ["a cancelled purchase", { ...bought, status: "cancelled" }, bought, now, "redeem-purchase-cancelled"],
    ["with a cancelled code", bought, { ...other, status: "cancelled" }, now, "redeem-code-cancelled"],
    ["with a code of another training", bought, other, now, "redeem-code-other-training"],
    ["of another provider", bought, { ...other, providerSlug: "listrik" }, now, "redeem-code-other-provider"],
    ["a second time", { ...bought, status: "redeemed" }, bought, now, "redeem-code-used"],
    ["after a revocation", { ...bought, status: "forfeited" }, bought, now, "redeem-code-cancelled"],
  ])("%s", (_, purchase, entered, moment, code) => {
    const decision = decideRedemption(purchase, entered, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

describe("a provider takes a code", () => {
  const kopi = { providerSlug: "kopi", mode: null };
  test.each<
    [string, PurchaseState | null, Parameters<typeof decideRedemptionByPartner>[1], Date, string | null]
  >([
    ["of its own training", bought, kopi, now, null],
    ["with the right way of training", bought, { ...kopi, mode: "self_paced" }, now, null],
    ["that nobody has", null, kopi, now, "redeem-code-unknown"],
    ["of another way of training", bought, { ...kopi, mode: "webinar" }, now, "redeem-code-other-training"],
    ["of another provider", bought, { ...kopi, providerSlug: "obeng" }, now, "redeem-code-other-provider"],
    [
      "that was cancelled with a membership",
      { ...bought, status: "forfeited" },
      kopi,
      now,
      "redeem-code-cancelled",
    ],
    [
      "of a cancelled transaction",
      { ...bought, status: "cancelled" },
      kopi,
      now,
      "redeem-purchase-cancelled",
    ],
    ["a second time", { ...bought, status: "redeemed" }, kopi, now, "redeem-code-used"],
    ["of a finished training", { ...bought, status: "finished" }, kopi, now, "redeem-code-used"],
    ["too early", bought, kopi, addSeconds(now, -1), "redeem-too-early"],
    ["too late", bought, kopi, addSeconds(bought.redeemBy, 1), "redeem-too-late"],
  ])("%s", (_, purchase, counter, moment, code) => {
    const decision = decideRedemptionByPartner(purchase, counter, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

describe("what people type", () => {
  const choice = { slug: "barista", schedule: "JDW-7Q4M2X" };
  test.each([
    ["1234 5678 9012 3456", "1234567890123456"],
    ["1234-5678-9012-3456", "1234567890123456"],
    [" 1234567890123456 ", "1234567890123456"],
  ])("card number %s is understood", (cardNumber, digits) => {
    expect(requestPurchaseInput.parse({ ...choice, cardNumber })).toEqual({
      ...choice,
      cardNumber: digits,
    });
  });

  test.each([
    ["", "required"],
    ["12ab", "number-only"],
    ["123456789012345", "card-number-length"],
  ])("card number %j is sent back: %s", (cardNumber, code) => {
    const parsed = requestPurchaseInput.safeParse({ ...choice, cardNumber });
    expect(parsed.error?.issues[0]?.message).toBe(code);
  });

  test("a schedule is to be chosen", () => {
    const parsed = requestPurchaseInput.safeParse({ slug: "barista", cardNumber: "1234567890123456" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["schedule"], message: "choose-one" }]);
  });

  test("the six digits may be in groups, and are six", () => {
    const intentId = "01a2b3c4-0000-7000-8000-000000000001";
    expect(authorizePurchaseInput.parse({ intentId, digits: " 123 456 " }).digits).toBe("123456");
    const short = authorizePurchaseInput.safeParse({ intentId, digits: "12345" });
    expect(short.error?.issues[0]?.message).toBe("code-shape");
  });

  test("a redeem code may be small and in groups", () => {
    const purchaseId = "01a2b3c4-0000-7000-8000-000000000001";
    expect(redeemCodeInput.parse({ purchaseId, redeemCode: "abcde fghjk" }).redeemCode).toBe("ABCDEFGHJK");
    const short = redeemCodeInput.safeParse({ purchaseId, redeemCode: "ABC" });
    expect(short.error?.issues[0]?.message).toBe("redeem-code-shape");
  });
});
