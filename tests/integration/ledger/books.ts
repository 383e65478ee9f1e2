import { system } from "#authorization/actor.ts";
import { trialBalance } from "#ledger/balances.ts";
import { post } from "#ledger/post.ts";
import type { AccountName, Line } from "#ledger/types.ts";
import { inOneTransaction } from "#platform/db/work.ts";

export const now = new Date("2026-11-24T03:00:00Z");

export const state: AccountName = { kind: "state_budget", owner: "" };
export const balanceOfPerson = (owner: string): AccountName => ({ kind: "training_balance", owner });
export const owedTo = (owner: string): AccountName => ({ kind: "provider_payable", owner });

/** Money from one account to another. */
export function lines(from: AccountName, to: AccountName, amount: bigint): Line[] {
  return [
    { account: from, amount: -amount },
    { account: to, amount },
  ];
}

/** Posts in a transaction of its own. */
export function transfer(key: string, of: readonly Line[], kind = "test") {
  return inOneTransaction(system, (work) => post(work, { key, kind, lines: of }), { now });
}

/** What all accounts hold together; anything but zero is money out of nothing. */
export async function sumOfAll(): Promise<bigint> {
  return (await trialBalance()).reduce((sum, { sum: part }) => sum + part, 0n);
}
