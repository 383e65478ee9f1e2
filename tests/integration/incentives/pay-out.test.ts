import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findIncentives } from "#features/incentives/queries.ts";
import { payIncentivesDue } from "#features/incentives/use-cases/pay-incentives.ts";
import { resolveUnknownPaymentsDue } from "#features/incentives/use-cases/resolve-unknown-payments.ts";
import { retryPayment } from "#features/incentives/use-cases/retry-payment.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { type Bank, startBank } from "./bank.ts";
import { aMember, aNumber, insertVerifiedAccount, linkAndCheck, members, owe } from "./members.ts";

const now = new Date("2026-11-24T03:00:00Z");
const later = addSeconds(now, 120);
let bank: Bank;
let sari: ParticipantId;

beforeAll(async () => {
  bank = await startBank();
  process.env.BANK_URL = bank.url;
});
afterAll(() => bank.stop());
beforeEach(async () => {
  await bank.fault({ mode: "none" });
  // Nobody of an earlier test is still owed anything.
  await database().incentivePayment.deleteMany({ where: { orders: { none: {} } } });
  await database().payoutAccount.updateMany({ data: { status: "checking" } });
  sari = await aMember(now);
});

/** A payment that is due, into an account with this ending. */
async function due(ending = "55"): Promise<string> {
  await insertVerifiedAccount(sari, aNumber(ending), now);
  return owe(sari, now);
}

const labels = async () => (await findIncentives(sari)).payments.map((payment) => payment.label);
const payable = () => balanceOf({ kind: "incentive_payable", owner: sari });
const orders = (paymentId: string) =>
  database().paymentOrder.findMany({ where: { paymentId }, orderBy: { createdAt: "asc" } });

/** What the bank has under the orders of this payment. */
async function atTheBank(paymentId: string) {
  const keys = new Set((await orders(paymentId)).map((order) => order.id));
  return (await bank.list()).filter((line) => keys.has(line.key));
}

async function expectPaidOnce(paymentId: string): Promise<void> {
  expect(await labels()).toEqual(["paid"]);
  expect((await atTheBank(paymentId)).filter((line) => !line.refusal)).toMatchObject([{ amount: 600_000 }]);
  expect((await orders(paymentId)).filter((order) => order.outcome === "paid")).toHaveLength(1);
  const movements = await movementsOf({ kind: "incentive_payable", owner: sari }, { size: 20 });
  expect(movements.filter((movement) => movement.key === `incentive-paid:${paymentId}`)).toHaveLength(1);
  expect(await payable()).toBe(0n);
}

describe("a payment that is due", () => {
  test("is paid, booked and told, and the first one starts the surveys", async () => {
    const id = await due();
    expect(await payIncentivesDue(now)).toBe(1);
    await expectPaidOnce(id);
    expect(await announced("incentive-paid", sari)).toEqual([
      { participantId: sari, paymentId: id, amount: 600_000 },
    ]);
    expect(await announced("first-incentive-paid", sari)).toEqual([
      { participantId: sari, paidAt: now.toISOString() },
    ]);
    const second = await owe(sari, now, 2);
    await payIncentivesDue(now);
    expect(await announced("incentive-paid", sari)).toHaveLength(2);
    expect(await announced("first-incentive-paid", sari)).toHaveLength(1);
    expect((await atTheBank(second)).length).toBe(1);
  });

  test.each([
    ["its day has not come", async () => void (await setPayment({ scheduledFor: addSeconds(now, 1) }))],
    ["the account is not verified", async () => void (await setAccount({ status: "checking" }))],
    ["the membership was revoked", async () => void (await setMembership({ status: "revoked" }))],
    ["it was cancelled", async () => void (await setPayment({ status: "cancelled" }))],
  ])("is left alone while %s", async (_, spoil) => {
    const id = await due();
    await spoil();
    expect(await payIncentivesDue(now)).toBe(0);
    expect(await orders(id)).toEqual([]);
  });

  const where = () => ({ participantId: sari });
  const setPayment = (data: object) => database().incentivePayment.updateMany({ where: where(), data });
  const setAccount = (data: object) => database().payoutAccount.updateMany({ where: where(), data });
  const setMembership = (data: object) => database().membership.updateMany({ where: where(), data });

  test("is paid once by three workers at once", async () => {
    const people = await members(20, now);
    for (const person of people) {
      await insertVerifiedAccount(person, aNumber(), now);
      await owe(person, now);
    }
    const counts = await Promise.all([1, 2, 3].map(() => payIncentivesDue(now)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    for (const person of people) {
      sari = person;
      const [payment] = (await findIncentives(person)).payments;
      await expectPaidOnce(payment?.id ?? "");
    }
  });
});

describe("a payment that the bank refuses", () => {
  test.each([
    ["00", "payout-account-not-found"],
    ["01", "payout-account-inactive"],
    ["02", "payout-account-name-mismatch"],
    ["03", "payout-account-limit"],
  ])("into a number ending in %s is held: %s", async (ending, reason) => {
    const id = await due(ending);
    await payIncentivesDue(now);
    const { payments, nextStep } = await findIncentives(sari);
    expect(payments).toMatchObject([{ label: "held", reason }]);
    expect(nextStep).toEqual({ step: "repair", reason });
    expect(await payable()).toBe(600_000n);
    expect(await announced("incentive-held", sari)).toEqual([
      { participantId: sari, paymentId: id, amount: 600_000, reason },
    ]);
    expect(await payIncentivesDue(later)).toBe(0);
  });

  test("is paid after another account was linked, by an order of its own", async () => {
    const id = await due("03");
    await payIncentivesDue(now);
    await linkAndCheck(sari, aNumber(), now);
    expect(await labels()).toEqual(["scheduled"]);
    await payIncentivesDue(later);
    await expectPaidOnce(id);
    expect((await orders(id)).map((order) => order.outcome)).toEqual(["refused", "paid"]);
  });

  test("is tried again when its receiver asks for it, and only then", async () => {
    const id = await due("03");
    const ask = () =>
      inOneTransaction(
        { role: "participant", participantId: sari },
        (work) => retryPayment(work, { paymentId: id }),
        { now },
      );
    expect(await ask()).toMatchObject({ refusal: { code: "incentive-not-held" } });
    await payIncentivesDue(now);
    expect(await ask()).toMatchObject({ ok: true });
    expect(await payIncentivesDue(now)).toBe(1);
    expect((await orders(id)).map((order) => order.outcome)).toEqual(["refused", "refused"]);
  });

  test("cannot be asked for by somebody else", async () => {
    const id = await due("03");
    await payIncentivesDue(now);
    const dewi = await aMember(now);
    const result = await inOneTransaction(
      { role: "participant", participantId: dewi },
      (work) => retryPayment(work, { paymentId: id }),
      { now },
    );
    expect(result).toMatchObject({ refusal: { code: "incentive-not-held" } });
  });

  test("goes back to the budget when its receiver was revoked in the meantime", async () => {
    const id = await due("03");
    await bank.fault({ mode: "error", count: 1 });
    await payIncentivesDue(now);
    await database().membership.update({ where: { participantId: sari }, data: { status: "revoked" } });
    await resolveUnknownPaymentsDue(later);
    expect(await labels()).toEqual(["failed"]);
    expect(await payable()).toBe(0n);
    expect((await orders(id)).map((order) => order.outcome)).toEqual(["refused"]);
  });
});

describe("an outcome that nobody heard", () => {
  test("after an error before the effect: asked for, not there, sent again under the same key", async () => {
    const id = await due();
    await bank.fault({ mode: "error", count: 1 });
    await payIncentivesDue(now);
    expect(await labels()).toEqual(["checking"]);
    expect(await atTheBank(id)).toEqual([]);
    expect(await payIncentivesDue(later)).toBe(0);
    expect(await resolveUnknownPaymentsDue(later)).toBe(1);
    await expectPaidOnce(id);
    expect(await orders(id)).toHaveLength(1);
  });

  test("after a timeout with the money gone: asked for and settled, not sent again", async () => {
    const id = await due();
    await bank.fault({ mode: "timeout-after-effect", count: 1 });
    const { asked } = await bank.totals();
    await payIncentivesDue(now);
    expect(await labels()).toEqual(["checking"]);
    expect(await atTheBank(id)).toHaveLength(1);
    expect(await resolveUnknownPaymentsDue(later)).toBe(1);
    expect((await bank.totals()).asked).toBe(asked + 1);
    await expectPaidOnce(id);
  });

  test.each(["duplicate", "slow", "wrong"] as const)(
    "with a bank that is %s, the money moves once",
    async (mode) => {
      const id = await due();
      await bank.fault({ mode, count: 1, delayMs: 50 });
      await payIncentivesDue(now);
      await resolveUnknownPaymentsDue(later);
      await expectPaidOnce(id);
    },
  );

  test("is not asked for while its sender may still be at it, and ever more rarely while the bank is silent", async () => {
    const id = await due();
    await bank.fault({ mode: "error" });
    await payIncentivesDue(now);
    expect(await resolveUnknownPaymentsDue(addSeconds(now, 59))).toBe(0);
    const { asked } = await bank.totals();
    await resolveUnknownPaymentsDue(later);
    const row = await database().incentivePayment.findUniqueOrThrow({ where: { id } });
    expect(row.nextAttemptAt?.getTime()).toBeGreaterThanOrEqual(addSeconds(later, 120).getTime());
    expect(await orders(id)).toMatchObject([{ outcome: "unknown" }]);
    expect((await bank.totals()).asked).toBe(asked);
    await bank.fault({ mode: "none" });
    await resolveUnknownPaymentsDue(addSeconds(now, 3_600));
    await expectPaidOnce(id);
  });

  test("is settled once by two workers that ask at once, and by a sender that comes back late", async () => {
    const id = await due();
    await bank.fault({ mode: "slow", count: 1, delayMs: 800 });
    const sender = payIncentivesDue(now);
    await expect.poll(async () => (await orders(id)).length).toBe(1);
    await Promise.all([1, 2].map(() => resolveUnknownPaymentsDue(later)));
    await sender;
    await expectPaidOnce(id);
  });
});

describe("the database", () => {
  test("allows one open order a payment", async () => {
    const id = await due();
    await payIncentivesDue(now);
    const second = { id: crypto.randomUUID(), paymentId: id, createdAt: now };
    await expect(database().paymentOrder.create({ data: second })).rejects.toThrow(/payment_order_one_open/);
  });

  test("keeps what is paid as it is", async () => {
    const id = await due();
    await payIncentivesDue(now);
    const change = database().incentivePayment.update({
      where: { id },
      data: { status: "held", paidAt: null },
    });
    await expect(change).rejects.toThrow(/settled payment/);
  });
});
