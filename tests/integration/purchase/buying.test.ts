import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { findFirstPurchaseAt, findOffer, findPurchaseUnderWay } from "#features/purchase/queries.ts";
import { buyCourse } from "#features/purchase/use-cases/buy-course.ts";
import { finishPurchaseReaction } from "#features/purchase/use-cases/finish-purchase.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { trialBalance } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { runOnce } from "#platform/web/command-receipt.ts";
import { announced } from "../../support/events.ts";
import { anAccount } from "../../support/people.ts";
import {
  aBuyer,
  as,
  BARISTA,
  BOOKS,
  balance,
  bought,
  buy,
  buyers,
  cardOf,
  now,
  owedTo,
  redeem,
  SAFETY,
  seatsTaken,
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
  test("the price leaves the balance for the provider, a seat is taken, a code is made, the others are told", async () => {
    const [owed, seats] = [await owedTo(BOOKS), await seatsTaken(BOOKS)];
    const purchase = await bought(sari, BOOKS);
    expect(purchase).toMatchObject({ status: "bought", price: 350_000n, purchasedAt: now, redeemedAt: null });
    expect(purchase.redeemCode).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(purchase.redeemBy).toEqual(new Date("2026-12-08T16:59:59Z"));
    expect(await balance(sari)).toBe(650_000n);
    expect(await owedTo(BOOKS)).toBe(owed + 350_000n);
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
    expect(purchase).toMatchObject(offer.dates);
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
      expect(await buy(sari, BOOKS, now, number)).toMatchObject({ refusal: { code: "purchase-card-wrong" } });
    }
    await expectNothingHappened(seats);
  });

  test("after the term of the first purchase nothing happens", async () => {
    const seats = await seatsTaken(BOOKS);
    const late = new Date("2026-12-19T17:00:00Z");
    expect(await buy(sari, BOOKS, late)).toMatchObject({ refusal: { code: "purchase-first-too-late" } });
    await expectNothingHappened(seats);
  });

  test("somebody with a locked account, and somebody who is no recipient, cannot buy", async () => {
    await database().account.update({ where: { id: sari }, data: { lockedAt: now } });
    expect(await buy(sari, BOOKS)).toMatchObject({ refusal: { code: "purchase-membership-ended" } });
    const visitor = await anAccount(now);
    const tried = await buy(visitor, BOOKS, now, "1234567890123456");
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
    expect((await buy(sari, SAFETY)).ok).toBe(true);
    expect(await balance(sari)).toBe(450_000n);
  });

  test("a course without seats, or withdrawn, is not sold", async () => {
    await database().$executeRaw`UPDATE course SET seats_taken = seats WHERE slug = ${SAFETY}`;
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-no-seat" } });
    await database().course.update({ where: { slug: SAFETY }, data: { seatsTaken: 0, active: false } });
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-course-unknown" } });
    await database().course.update({ where: { slug: SAFETY }, data: { active: true } });
  });
});

describe("several at once", () => {
  test("five people and three seats: three get one, two keep their money", async () => {
    await database().course.update({ where: { slug: BARISTA }, data: { seatsTaken: 0 } });
    const owed = await owedTo(BARISTA);
    const people = await buyers(5);
    const results = await Promise.all(people.map((person) => buy(person, BARISTA)));
    const codes = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]));
    expect(codes).toEqual(["purchase-no-seat", "purchase-no-seat"]);
    expect(await seatsTaken(BARISTA)).toBe(3);
    const balances = await Promise.all(people.map(balance));
    expect(balances.map(String).sort()).toEqual(["1000000", "1000000", "220000", "220000", "220000"]);
    expect(await owedTo(BARISTA)).toBe(owed + 3n * 780_000n);
    await expectBalancedBooks();
  });

  test("two people and the last seat", async () => {
    await database().course.update({ where: { slug: BARISTA }, data: { seatsTaken: 2 } });
    const people = await buyers(2);
    const results = await Promise.all(people.map((person) => buy(person, BARISTA)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await seatsTaken(BARISTA)).toBe(3);
  });

  test("the same click twice is one purchase, and both see it", async () => {
    const card = await cardOf(sari);
    const command = { key: randomUUID(), command: "buy-course", actor: as(sari) };
    const click = () => runOnce(command, (work) => buyCourse(work, { slug: BOOKS, cardNumber: card }));
    const [first, second] = await Promise.all([click(), click()]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await click()).toEqual(first);
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(1);
    expect(await balance(sari)).toBe(650_000n);
  });

  test("two different purchases of one person at once: one happens, the other is told why not", async () => {
    const results = await Promise.all([buy(sari, BOOKS), buy(sari, SAFETY)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "purchase-under-way" } });
    expect(await database().purchase.count({ where: { participantId: sari } })).toBe(1);
  });

  test("the same course in two tabs: one happens", async () => {
    const results = await Promise.all([buy(sari, BOOKS), buy(sari, BOOKS)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await balance(sari)).toBe(650_000n);
  });
});

describe("the database itself", () => {
  test("refuses a second purchase under way and a seat too many", async () => {
    await bought(sari, BOOKS);
    const course = await database().course.findUniqueOrThrow({ where: { slug: SAFETY } });
    const row = await database().purchase.findFirstOrThrow({ where: { participantId: sari } });
    await expect(
      database().purchase.create({
        data: { ...row, id: randomUUID(), courseId: course.id, redeemCode: "ANOTHER234" },
      }),
    ).rejects.toThrow(/Unique constraint/);
    await expect(
      database().$executeRaw`UPDATE course SET seats_taken = seats + 1 WHERE slug = ${SAFETY}`,
    ).rejects.toThrow(/course_seats/);
  });
});
