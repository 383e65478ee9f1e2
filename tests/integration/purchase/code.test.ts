import { beforeEach, describe, expect, test } from "vitest";
import { findWaitingPurchase } from "#features/purchase/queries/waiting.ts";
import { resendCode } from "#features/purchase/use-cases/resend-code.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import {
  aBuyer,
  as,
  ask,
  BOOKS,
  balance,
  buy,
  confirm,
  digitsSentTo,
  now,
  SAFETY,
  scheduleOf,
  seatsTaken,
  soon,
  takeSeats,
} from "./buyers.ts";

let sari: ParticipantId;
let intentId: string;

beforeEach(async () => {
  sari = await aBuyer();
  const asked = await ask(sari, BOOKS);
  if (!asked.ok) throw new Error(asked.refusal.code);
  intentId = asked.value.intentId;
});

const wrongFor = (digits: string) => (digits === "000000" ? "111111" : "000000");
const purchases = () => database().purchase.count({ where: { participantId: sari } });

async function expectNothingBought() {
  expect(await purchases()).toBe(0);
  expect(await balance(sari)).toBe(1_000_000n);
}

describe("asking for a training", () => {
  test("takes no money and no seat before the code is typed", async () => {
    await expectNothingBought();
    expect(await findWaitingPurchase(sari, intentId, now)).toMatchObject({
      state: "open",
      courseSlug: BOOKS,
      amount: 350_000n,
      balance: 1_000_000n,
      expiresAt: addSeconds(now, 300),
    });
  });

  test("the code goes to the phone, or by e-mail when there is none", async () => {
    const { email } = await database().account.findUniqueOrThrow({ where: { id: sari } });
    expect((await findWaitingPurchase(sari, intentId, now))?.code).toMatchObject({
      channel: "email",
      contact: email,
    });
    const dewi = await aBuyer();
    const phone = `+628120000${dewi.replaceAll(/\D/g, "").slice(0, 6).padEnd(6, "0")}`;
    const own = { phoneCipher: encryptField(phone), phoneIndex: blindIndex("phone", phone) };
    await database().account.update({ where: { id: dewi }, data: { ...own, phoneVerifiedAt: now } });
    await ask(dewi, BOOKS);
    const code = await database().oneTimeCode.findFirstOrThrow({ where: { holderId: dewi } });
    expect([code.channel, decryptField(code.destinationCipher)]).toEqual(["sms", phone]);
  });

  test("nobody else can see or confirm it", async () => {
    const dewi = await aBuyer();
    expect(await findWaitingPurchase(dewi, intentId, now)).toBeNull();
    expect(await confirm(dewi, intentId, await digitsSentTo(sari))).toMatchObject({
      refusal: { code: "purchase-intent-unknown" },
    });
    expect(await findWaitingPurchase(sari, "not-an-id", now)).toBeNull();
    await expectNothingBought();
  });
});

describe("typing the code", () => {
  test("three wrong codes are forgiven, the fourth begins a pause in which the right one is refused too", async () => {
    const digits = await digitsSentTo(sari);
    for (const left of [3, 2, 1]) {
      expect(await confirm(sari, intentId, wrongFor(digits))).toMatchObject({
        refusal: { code: "code-wrong", left },
      });
    }
    const blocked = { refusal: { code: "code-blocked", minutes: 60 } };
    expect(await confirm(sari, intentId, wrongFor(digits))).toMatchObject(blocked);
    expect(await confirm(sari, intentId, digits)).toMatchObject(blocked);
    await expectNothingBought();
  });

  test("after five minutes it is over", async () => {
    const digits = await digitsSentTo(sari);
    expect(await confirm(sari, intentId, digits, addSeconds(now, 301))).toMatchObject({
      refusal: { code: "purchase-intent-expired" },
    });
    expect((await findWaitingPurchase(sari, intentId, addSeconds(now, 301)))?.state).toBe("expired");
    await expectNothingBought();
  });

  test("only the newest purchase can be confirmed, and only with its own code", async () => {
    const old = await digitsSentTo(sari);
    const asked = await ask(sari, SAFETY, { at: soon });
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await confirm(sari, intentId, await digitsSentTo(sari), soon)).toMatchObject({
      refusal: { code: "purchase-intent-replaced" },
    });
    expect((await findWaitingPurchase(sari, intentId, soon))?.state).toBe("replaced");
    expect(await confirm(sari, asked.value.intentId, old, soon)).toMatchObject({
      refusal: { code: "code-wrong" },
    });
    expect((await confirm(sari, asked.value.intentId, await digitsSentTo(sari), soon)).ok).toBe(true);
  });

  test("sent again after it was bought it answers the same purchase, however late", async () => {
    const digits = await digitsSentTo(sari);
    const first = await confirm(sari, intentId, digits);
    expect(await confirm(sari, intentId, digits, addSeconds(now, 900))).toEqual(first);
    expect(await purchases()).toBe(1);
    expect((await findWaitingPurchase(sari, intentId, now))?.state).toBe("bought");
  });

  test("a price that changed meanwhile is refused, and nothing is taken", async () => {
    await database().course.update({ where: { slug: BOOKS }, data: { price: 340_000n } });
    expect(await confirm(sari, intentId, await digitsSentTo(sari))).toMatchObject({
      refusal: { code: "purchase-price-changed" },
    });
    await database().course.update({ where: { slug: BOOKS }, data: { price: 350_000n } });
    await expectNothingBought();
  });

  test("the last seat may be gone by then; the code stays good for nothing else", async () => {
    const [taken, { seats }] = [await seatsTaken(BOOKS), await scheduleOf(BOOKS)];
    await takeSeats(BOOKS, seats);
    expect(await confirm(sari, intentId, await digitsSentTo(sari))).toMatchObject({
      refusal: { code: "purchase-no-seat" },
    });
    await takeSeats(BOOKS, taken);
    await expectNothingBought();
  });
});

describe("another code", () => {
  const resend = (at: Date) =>
    inOneTransaction(as(sari), (work) => resendCode(work, { intentId }), { now: at });

  test("is sent after a minute, makes the first one worthless and gives five minutes again", async () => {
    const first = await digitsSentTo(sari);
    expect(await resend(addSeconds(now, 30))).toMatchObject({ refusal: { code: "code-send-soon" } });
    const late = addSeconds(now, 290);
    expect((await resend(late)).ok).toBe(true);
    const after = addSeconds(now, 400);
    expect(await confirm(sari, intentId, first, after)).toMatchObject({ refusal: { code: "code-wrong" } });
    expect((await confirm(sari, intentId, await digitsSentTo(sari), after)).ok).toBe(true);
  });

  test("is not sent once the purchase is over, or bought", async () => {
    expect(await resend(addSeconds(now, 301))).toMatchObject({
      refusal: { code: "purchase-intent-expired" },
    });
    await confirm(sari, intentId, await digitsSentTo(sari));
    const sent = () => database().oneTimeCode.count({ where: { holderId: sari } });
    const before = await sent();
    expect((await resend(soon)).ok).toBe(true);
    expect(await sent()).toBe(before);
  });
});

test("the database keeps one purchase a course, even past the rules", async () => {
  const dewi = await aBuyer();
  await buy(dewi, BOOKS);
  const row = await database().purchase.findFirstOrThrow({ where: { participantId: dewi } });
  await database().purchase.update({ where: { id: row.id }, data: { status: "finished", finishedAt: now } });
  const codes = { redeemCode: "TWICE23456", invoiceCode: "INV-TWICE", transactionCode: "TRX-TWICE" };
  await expect(
    database().purchase.create({ data: { ...row, ...codes, id: crypto.randomUUID(), status: "bought" } }),
  ).rejects.toThrow(/Unique constraint/);
});
