import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addSeconds } from "#kernel/calendar.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { type Bank, startBank } from "./bank.ts";
import { aNumber, insertVerifiedAccount, members, owe } from "./members.ts";

const now = new Date("2026-11-24T03:00:00Z");
const PEOPLE = 60;
const folder = mkdtempSync(`${tmpdir()}/portal-bank-`);
let bank: Bank;

beforeAll(async () => {
  bank = await startBank(`${folder}/book.jsonl`);
  process.env.BANK_URL = bank.url;
});
afterAll(async () => {
  await bank.stop();
  rmSync(folder, { recursive: true });
});

/** The pay-out in a process of its own. */
function startWorker(moment: Date): ChildProcess {
  const script = fileURLToPath(new URL("./pay-worker.ts", import.meta.url));
  return spawn("node", [script, moment.toISOString()], {
    env: process.env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Kills the worker, without a last word, as soon as the bank has taken so many more payments. */
async function killAfter(worker: ChildProcess, more: number): Promise<void> {
  const before = (await bank.totals()).keys;
  await expect
    .poll(async () => (await bank.totals()).keys, { interval: 5, timeout: 60_000 })
    .toBeGreaterThanOrEqual(before + more);
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
  expect(worker.signalCode).toBe("SIGKILL");
}

test("whenever the worker or the bank is killed, everybody is paid exactly once", async () => {
  const people = await members(PEOPLE, now);
  for (const person of people) {
    await insertVerifiedAccount(person, aNumber(), now);
    await owe(person, now);
  }
  // In the middle of the calls: some are with the bank, some were never sent. The bank takes its time throughout, so
  // that a busy machine, too, kills before everything is done.
  await bank.fault({ mode: "slow", delayMs: 500 });
  await killAfter(startWorker(now), 10);
  expect(await database().incentivePayment.count({ where: { status: "paid" } })).toBe(0);
  // Killed again while it asks what became of them, with answers that are lost after the money moved.
  await bank.fault({ mode: "timeout-after-effect", method: "POST" });
  await killAfter(startWorker(addSeconds(now, 120)), 5);
  // The bank dies as well, and remembers.
  await bank.restart("SIGKILL");
  await bank.fault({ mode: "slow", delayMs: 200 });
  await killAfter(startWorker(addSeconds(now, 3_600)), 5);
  await bank.fault({ mode: "none" });
  for (const hours of [2, 3, 4]) await once(startWorker(addSeconds(now, hours * 3_600)), "exit");

  expect(await database().incentivePayment.groupBy({ by: ["status"], _count: true })).toEqual([
    { status: "paid", _count: PEOPLE },
  ]);
  const lines = (await bank.list()).filter((line) => !line.refusal);
  const orders = await database().paymentOrder.findMany({ where: { outcome: "paid" } });
  expect(new Set(orders.map((order) => order.paymentId)).size).toBe(PEOPLE);
  expect(lines.map((line) => line.key).sort()).toEqual(orders.map((order) => order.id).sort());
  expect(new Set(lines.map((line) => line.account)).size).toBe(PEOPLE);
  const paidOut = await balanceOf({ kind: "paid_out", owner: "" });
  expect((await bank.totals()).amount).toBe(Number(paidOut));
  expect(paidOut).toBe(600_000n * BigInt(PEOPLE));
  for (const owner of people) expect(await balanceOf({ kind: "incentive_payable", owner })).toBe(0n);
}, 300_000);
