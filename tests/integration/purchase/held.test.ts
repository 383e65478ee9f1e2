import { beforeEach, describe, expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { findOffer } from "#features/purchase/queries/offer.ts";
import { findPurchaseByInvoice, findPurchaseByRedeemCode } from "#features/purchase/queries/partner.ts";
import { findPurchase } from "#features/purchase/queries.ts";
import { authorizePurchase } from "#features/purchase/use-cases/authorize-purchase.ts";
import { redeemByPartner } from "#features/purchase/use-cases/redeem-by-partner.ts";
import {
  refundCalledOffDue,
  refundCalledOffReaction,
} from "#features/purchase/use-cases/refund-called-off.ts";
import { requestPurchase } from "#features/purchase/use-cases/request-purchase.ts";
import { voidPurchase } from "#features/purchase/use-cases/void-purchase.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import {
  aBuyer,
  aSchedule,
  ask,
  balance,
  bought,
  buy,
  buyers,
  cardOf,
  digitsSentTo,
  now,
  owedFor,
  redeem,
  soon,
} from "./buyers.ts";

/** Held in these tests, whatever its file says. */
const COURSE = "pemasaran-digital-umkm";
const HOUR = 3_600;
const start = new Date("2026-12-05T02:00:00Z");

let sari: ParticipantId;
let schedule: Awaited<ReturnType<typeof aSchedule>>;

beforeEach(async () => {
  sari = await aBuyer();
  schedule = await aSchedule(COURSE, "webinar", start);
});

const choice = () => ({ scheduleCode: schedule.code });

describe("a training with a schedule", () => {
  test("the chosen schedule is bought, with its own window", async () => {
    const other = await aSchedule(COURSE, "webinar", addSeconds(start, 86_400));
    const purchase = await bought(sari, COURSE, choice());
    expect(purchase).toMatchObject({
      scheduleId: schedule.id,
      redeemFrom: addSeconds(start, -HOUR),
      redeemBy: addSeconds(start, HOUR),
    });
    const taken = await database().courseSchedule.findMany({
      where: { id: { in: [schedule.id, other.id] } },
    });
    expect(new Map(taken.map(({ id, seatsTaken }) => [id, seatsTaken]))).toEqual(
      new Map([
        [schedule.id, 1],
        [other.id, 0],
      ]),
    );
  });

  test("without a choice nothing is bought, and a schedule that has begun is not sold", async () => {
    expect(await ask(sari, COURSE)).toMatchObject({ refusal: { code: "purchase-schedule-unknown" } });
    expect(await ask(sari, COURSE, { ...choice(), at: start })).toMatchObject({
      refusal: { code: "purchase-schedule-begun" },
    });
    expect(await findOffer(sari, COURSE, now)).toMatchObject({ kind: "buyable" });
  });

  test("begun while the code was under way it is refused, and nothing is taken", async () => {
    const asked = await ask(sari, COURSE, { ...choice(), at: addSeconds(start, -60) });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const digits = await digitsSentTo(sari);
    const intent = { id: asked.value.intentId, participantId: sari };
    const late = await inOneTransaction(
      { role: "participant", participantId: sari },
      (work) => authorizePurchase(work, { intent, digits, invoiceCode: null, seller: { channel: "portal" } }),
      { now: addSeconds(start, 30) },
    );
    expect(late).toMatchObject({ refusal: { code: "purchase-schedule-begun" } });
    expect(await balance(sari)).toBe(1_000_000n);
  });

  test("its code opens the training from an hour before the start, not earlier and not after an hour", async () => {
    const { id, redeemCode } = await bought(sari, COURSE, choice());
    expect(await redeem(sari, id, redeemCode)).toMatchObject({ refusal: { code: "redeem-too-early" } });
    expect(await redeem(sari, id, redeemCode, addSeconds(start, HOUR + 1))).toMatchObject({
      refusal: { code: "redeem-too-late" },
    });
    expect((await redeem(sari, id, redeemCode, addSeconds(start, -HOUR))).ok).toBe(true);
  });
});

describe("a provider's system", () => {
  const take = (redeemCode: string, providerSlug: string, at = start) =>
    inOneTransaction(system, (work) => redeemByPartner(work, { redeemCode, providerSlug }), { now: at });

  test("takes the code once, and no other provider can", async () => {
    const { id, redeemCode, providerSlug } = await bought(sari, COURSE, choice());
    expect(await findPurchaseByRedeemCode(redeemCode)).toMatchObject({
      ...{ id, participantId: sari, status: "bought" },
      schedule: { code: schedule.code },
      provider: { slug: providerSlug },
    });
    expect(await take(redeemCode, "bukan-lembaganya")).toMatchObject({
      refusal: { code: "redeem-code-other-provider" },
    });
    const results = await Promise.all([take(redeemCode, providerSlug), take(redeemCode, providerSlug)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "redeem-code-used" } });
    expect(await take("NOSUCH2345", providerSlug)).toMatchObject({
      refusal: { code: "redeem-code-unknown" },
    });
    expect((await findPurchase(sari, id))?.status).toBe("redeemed");
  });
});

describe("a platform's sale", () => {
  const platformOf = async () =>
    (await database().course.findUniqueOrThrow({ where: { slug: COURSE } })).platformSlug;

  async function sell(invoiceCode: string, changes: { platformSlug?: string; shownPrice?: bigint } = {}) {
    const course = await database().course.findUniqueOrThrow({ where: { slug: COURSE } });
    const platformSlug = changes.platformSlug ?? course.platformSlug;
    const seller = { channel: "platform", clientCode: "UJI", platformSlug } as const;
    const cardNumber = await cardOf(sari);
    const asked = await inOneTransaction(
      system,
      (work) =>
        requestPurchase(work, {
          ...{ participantId: null, course: { code: course.code }, scheduleCode: schedule.code },
          ...{ cardNumber, seller, shownPrice: changes.shownPrice ?? course.price },
        }),
      { now },
    );
    if (!asked.ok) return asked;
    const { paymentToken } = asked.value;
    const digits = await digitsSentTo(sari);
    return inOneTransaction(
      system,
      (work) =>
        authorizePurchase(work, {
          ...{ intent: { paymentToken: paymentToken ?? "", clientCode: "UJI" }, digits, invoiceCode, seller },
        }),
      { now },
    );
  }

  test("is by card number and code, carries the platform's invoice, and is undone by it once", async () => {
    const before = await owedFor(COURSE);
    const sold = await sell("INV-UJI-1");
    if (!sold.ok) throw new Error(sold.refusal.code);
    const platformSlug = await platformOf();
    const found = await findPurchaseByInvoice(platformSlug, "INV-UJI-1");
    expect(found).toMatchObject({ id: sold.value.purchaseId, participantId: sari, status: "bought" });
    const codes = { invoiceCode: "INV-UJI-1", transactionCode: found?.transactionCode ?? "" };
    const undo = (changes = {}) =>
      inOneTransaction(system, (work) => voidPurchase(work, { platformSlug, ...codes, ...changes }), { now });
    expect(await undo({ transactionCode: "TRX-WRONG" })).toMatchObject({
      refusal: { code: "cancel-purchase-unknown" },
    });
    expect(await undo({ platformSlug: "platform-lain" })).toMatchObject({
      refusal: { code: "cancel-purchase-unknown" },
    });
    const both = await Promise.all([undo(), undo()]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: "cancel-done-before" } });
    expect(await balance(sari)).toBe(1_000_000n);
    expect(await owedFor(COURSE)).toEqual(before);
    expect(await findPurchase(sari, sold.value.purchaseId)).toMatchObject({ cancelCause: "platform" });
  });

  test("is refused at another price, and of another platform's course", async () => {
    expect(await sell("INV-UJI-2", { shownPrice: 1n })).toMatchObject({
      refusal: { code: "purchase-price-changed" },
    });
    expect(await sell("INV-UJI-2", { platformSlug: "platform-lain" })).toMatchObject({
      refusal: { code: "purchase-course-unknown" },
    });
  });

  test("an invoice code counts once for a platform; what the portal sold cannot be voided by it", async () => {
    expect((await sell("INV-UJI-3")).ok).toBe(true);
    sari = await aBuyer();
    expect(await sell("INV-UJI-3")).toMatchObject({ refusal: { code: "purchase-invoice-taken" } });
    const dewi = await aBuyer();
    const { platformSlug, invoiceCode, transactionCode } = await bought(dewi, COURSE, choice());
    const voided = await inOneTransaction(
      system,
      (work) => voidPurchase(work, { platformSlug, invoiceCode, transactionCode }),
      { now },
    );
    expect(voided).toMatchObject({ refusal: { code: "cancel-purchase-unknown" } });
  });
});

describe("a schedule that its provider called off", () => {
  const callOff = () =>
    database().courseSchedule.update({
      where: { id: schedule.id },
      data: { cancelledAt: soon, cancelReason: "Pengajar sakit." },
    });

  test("everybody who had not redeemed gets the money back, is told, and may buy the training again", async () => {
    const people = await buyers(3);
    for (const person of people) await bought(person, COURSE, choice());
    const [early] = people;
    if (!early) throw new Error("nobody");
    await database().purchase.updateMany({
      where: { participantId: early },
      data: { status: "redeemed", redeemedAt: now },
    });
    await callOff();
    await Promise.all([
      refundCalledOffReaction({ scheduleId: schedule.id }),
      refundCalledOffReaction({ scheduleId: schedule.id }),
    ]);
    expect(await refundCalledOffDue(soon)).toBe(0);
    const price = (await database().course.findUniqueOrThrow({ where: { slug: COURSE } })).price;
    const balances = await Promise.all(people.map(balance));
    expect(balances).toEqual([1_000_000n - price, 1_000_000n, 1_000_000n]);
    const [, second] = people;
    if (!second) throw new Error("nobody");
    expect(await announced("purchase-cancelled", second)).toHaveLength(1);
    const again = await aSchedule(COURSE, "webinar", addSeconds(start, 86_400));
    expect((await buy(second, COURSE, { scheduleCode: again.code, at: soon })).ok).toBe(true);
    expect(await database().purchase.count({ where: { participantId: second } })).toBe(2);
  });

  test("what the reaction left is done by the clock", async () => {
    await bought(sari, COURSE, choice());
    await callOff();
    expect(await refundCalledOffDue(soon)).toBe(1);
    expect(await balance(sari)).toBe(1_000_000n);
    const [purchase] = await database().purchase.findMany({ where: { participantId: sari } });
    expect(purchase).toMatchObject({ status: "cancelled", cancelCause: "schedule", cancelledAt: soon });
  });
});
