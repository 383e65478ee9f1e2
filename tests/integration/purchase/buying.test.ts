import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { findOffer } from "#features/purchase/queries/offer.ts";
import { findFirstPurchaseAt, findPurchaseUnderWay } from "#features/purchase/queries.ts";
import { authorizePurchase } from "#features/purchase/use-cases/authorize-purchase.ts";
import { finishPurchaseReaction } from "#features/purchase/use-cases/finish-purchase.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { trialBalance } from "#ledger/balances.ts";
import { post } from "#ledger/post.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { runOnce } from "#platform/web/command-receipt.ts";
import { announced } from "../../support/events.ts";
import { anAccount } from "../../support/people.ts";
import {
  aBuyer,
  as,
  ask,
  BARISTA,
  BOOKS,
  balance,
  bought,
  buy,
  buyers,
  cardOf,
  confirm,
  digitsSentTo,
  now,
  owedFor,
  redeem,
  SAFETY,
  scheduleOf,
  seatsTaken,
  soon,
  takeSeats,
  WIRING,
} from "./buyers.ts";

let sari: ParticipantId;

beforeEach(async () => {
  sari = await aBuyer();
});

async function expectBalancedBooks() {
  const sums = await trialBalance();
  expect(sums.reduce((sum, row) => sum + row.sum, 0n)).toBe(0n);
}

describe("buying", () => {
  test("the price leaves the balance for provider and platform, a seat is taken, a code is made, the others are told", async () => {
    const [owed, seats] = [await owedFor(BOOKS), await seatsTaken(BOOKS)];
    const purchase = await bought(sari, BOOKS);
    expect(purchase).toMatchObject({ status: "bought", price: 350_000n, purchasedAt: now, redeemedAt: null });
    expect(purchase.redeemCode).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(purchase.redeemBy).toEqual(new Date("2026-12-08T16:59:59Z"));
    expect(await balance(sari)).toBe(650_000n);
    const { commissionPercent } = await database().platform.findUniqueOrThrow({
      where: { slug: purchase.platformSlug },
    });
    expect(purchase.commission).toBe((350_000n * BigInt(commissionPercent)) / 100n);
    expect(await owedFor(BOOKS)).toEqual({
      provider: owed.provider + 350_000n - purchase.commission,
      platform: owed.platform + purchase.commission,
    });
    expect(purchase).toMatchObject({ channel: "portal", courseVersion: 1 });
    expect(purchase.invoiceCode).toMatch(/^INV-[2-9A-HJ-NP-Z]{12}$/);
    expect(purchase.transactionCode).toMatch(/^TRX-[2-9A-HJ-NP-Z]{12}$/);
    expect(await seatsTaken(BOOKS)).toBe(seats + 1);
    expect(await announced("course-purchased", sari)).toEqual([
      { participantId: sari, purchaseId: purchase.id },
    ]);
    expect(await findPurchaseUnderWay(sari)).toMatchObject({
      id: purchase.id,
      courseSlug: BOOKS,
      status: "bought",
    });
    expect(await findFirstPurchaseAt(sari)).toEqual(now);
    await expectBalancedBooks();
  });

  test("the offer says before what the purchase does then", async () => {
    const offer = await findOffer(sari, BOOKS, now);
    expect(offer).toMatchObject({ kind: "buyable", balanceAfter: 650_000n });
    const purchase = await bought(sari, BOOKS);
    if (offer.kind !== "buyable") throw new Error("not on offer");
    const [only] = offer.choices;
    expect(purchase).toMatchObject({ ...only?.dates });
    expect(await findOffer(sari, SAFETY, now)).toMatchObject({
      kind: "refused",
      refusal: { code: "purchase-under-way" },
      underWay: purchase.id,
    });
  });

  async function expectNothingHappened(seats: number) {
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(0);
    expect(await balance(sari)).toBe(1_000_000n);
    expect(await seatsTaken(BOOKS)).toBe(seats);
    expect(await announced("course-purchased", sari)).toEqual([]);
  }

  test("with a wrong card number, or with another recipient's, nothing happens", async () => {
    const seats = await seatsTaken(BOOKS);
    const others = await cardOf(await aBuyer());
    for (const number of ["0000000000000000", others]) {
      expect(await buy(sari, BOOKS, { cardNumber: number })).toMatchObject({
        refusal: { code: "purchase-card-wrong" },
      });
    }
    await expectNothingHappened(seats);
  });

  test("after the term of the first purchase nothing happens", async () => {
    const seats = await seatsTaken(BOOKS);
    const late = new Date("2026-12-19T17:00:00Z");
    expect(await buy(sari, BOOKS, { at: late })).toMatchObject({
      refusal: { code: "purchase-first-too-late" },
    });
    await expectNothingHappened(seats);
  });

  test("somebody with a locked account, and somebody who is no recipient, cannot buy", async () => {
    await database().account.update({ where: { id: sari }, data: { lockedAt: now } });
    expect(await buy(sari, BOOKS)).toMatchObject({ refusal: { code: "purchase-membership-ended" } });
    const visitor = await anAccount(now);
    const tried = await buy(visitor, BOOKS, { cardNumber: "1234567890123456" });
    expect(tried).toMatchObject({ refusal: { code: "purchase-not-recipient" } });
  });

  test("the next one only after the first is finished and reviewed, and never dearer than what is left", async () => {
    const first = await bought(sari, BOOKS);
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-under-way" } });
    await redeem(sari, first.id, first.redeemCode);
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-under-way" } });
    await finishPurchaseReaction({ participantId: sari, purchaseId: first.id });
    expect(await buy(sari, BOOKS)).toMatchObject({ refusal: { code: "purchase-bought-before" } });
    expect(await buy(sari, WIRING)).toMatchObject({ refusal: { code: "purchase-balance-short" } });
    expect((await buy(sari, SAFETY, { at: soon })).ok).toBe(true);
    expect(await balance(sari)).toBe(450_000n);
  });

  test("a course without seats, or withdrawn, is not sold", async () => {
    const { seats } = await scheduleOf(SAFETY);
    await takeSeats(SAFETY, seats);
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-no-seat" } });
    await takeSeats(SAFETY, 0);
    await database().course.update({ where: { slug: SAFETY }, data: { active: false } });
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-course-unknown" } });
    await database().course.update({ where: { slug: SAFETY }, data: { active: true } });
  });
});

describe("several at once", () => {
  test("five people and three seats: three get one, two keep their money", async () => {
    await takeSeats(BARISTA, 0);
    const owed = await owedFor(BARISTA);
    const people = await buyers(5);
    const results = await Promise.all(people.map((person) => buy(person, BARISTA)));
    const codes = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]));
    expect(codes).toEqual(["purchase-no-seat", "purchase-no-seat"]);
    expect(await seatsTaken(BARISTA)).toBe(3);
    const balances = await Promise.all(people.map(balance));
    expect(balances.map(String).sort()).toEqual(["1000000", "1000000", "220000", "220000", "220000"]);
    const after = await owedFor(BARISTA);
    expect(after.provider + after.platform - owed.provider - owed.platform).toBe(3n * 780_000n);
    await expectBalancedBooks();
  });

  test("two people and the last seat", async () => {
    await takeSeats(BARISTA, 2);
    const people = await buyers(2);
    const results = await Promise.all(people.map((person) => buy(person, BARISTA)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await seatsTaken(BARISTA)).toBe(3);
  });

  test("the same click twice is one purchase, and both see it", async () => {
    const asked = await ask(sari, BOOKS);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const digits = await digitsSentTo(sari);
    const intent = { id: asked.value.intentId, participantId: sari };
    const command = { key: randomUUID(), command: "authorize-purchase", actor: as(sari) };
    const click = () =>
      runOnce(command, (work) =>
        authorizePurchase(
          { ...work, now },
          { intent, digits, invoiceCode: null, seller: { channel: "portal" } },
        ),
      );
    const [first, second] = await Promise.all([click(), click()]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await click()).toEqual(first);
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(1);
    expect(await balance(sari)).toBe(650_000n);
  });

  test("the code page sent from two tabs buys once, and both end at the same purchase", async () => {
    const asked = await ask(sari, BOOKS);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const digits = await digitsSentTo(sari);
    const results = await Promise.all([1, 2].map(() => confirm(sari, asked.value.intentId, digits)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(results[1]).toEqual(results[0]);
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(1);
    expect(await balance(sari)).toBe(650_000n);
    expect(await announced("course-purchased", sari)).toHaveLength(1);
  });

  test("two different trainings asked for at once: one code goes out, the other is told to wait", async () => {
    const results = await Promise.all([ask(sari, BOOKS), ask(sari, SAFETY)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "code-send-soon" } });
    expect(await database().purchaseIntent.count({ where: { participantId: sari } })).toBe(1);
  });

  test("the last rupiah is spent once: a purchase and a revocation at once leave no debt", async () => {
    await database().$executeRaw`
      UPDATE course SET price = 1000000 WHERE slug = ${WIRING}`;
    const asked = await ask(sari, WIRING);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const digits = await digitsSentTo(sari);
    const forfeit = () =>
      inOneTransaction(
        system,
        (work) =>
          post(work, {
            ...{ key: `forfeit:${sari}`, kind: "forfeit" },
            lines: [
              { account: { kind: "training_balance", owner: sari }, amount: -1_000_000n },
              { account: { kind: "forfeited", owner: "" }, amount: 1_000_000n },
            ],
          }),
        { now },
      );
    const [purchase, lost] = await Promise.all([confirm(sari, asked.value.intentId, digits), forfeit()]);
    expect([purchase.ok, lost.ok].filter(Boolean)).toHaveLength(1);
    expect(await balance(sari)).toBe(0n);
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(purchase.ok ? 1 : 0);
    await database().$executeRaw`UPDATE course SET price = 720000 WHERE slug = ${WIRING}`;
    await expectBalancedBooks();
  });
});

describe("the database itself", () => {
  test("refuses a second purchase under way and a seat too many", async () => {
    await bought(sari, BOOKS);
    const course = await database().course.findUniqueOrThrow({ where: { slug: SAFETY } });
    const schedule = await scheduleOf(SAFETY);
    const row = await database().purchase.findFirstOrThrow({ where: { participantId: sari } });
    await expect(
      database().purchase.create({
        data: {
          ...row,
          ...{ id: randomUUID(), courseId: course.id, scheduleId: schedule.id },
          ...{ redeemCode: "ANOTHER234", invoiceCode: "INV-OTHER", transactionCode: "TRX-OTHER" },
        },
      }),
    ).rejects.toThrow(/purchase_one_under_way|Unique constraint/);
    await expect(
      database()
        .$executeRaw`UPDATE course_schedule SET seats_taken = seats + 1 WHERE id = ${schedule.id}::uuid`,
    ).rejects.toThrow(/course_schedule_seats/);
  });
});
