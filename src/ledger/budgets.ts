import type { Transaction } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountName } from "./types.ts";

export type Budget = {
  readonly waveId: string;
  readonly amount: bigint;
  readonly isAutomatic: boolean;
  readonly changes: number;
};

/** Says whether the wave had no budget before. */
export async function insertBudget(
  work: Work,
  budget: { readonly waveId: string; readonly isAutomatic: boolean; readonly setBy: string | null },
): Promise<boolean> {
  const { count } = await work.tx.waveBudget.createMany({
    data: [{ ...budget, amount: 0n, setAt: work.now }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The wave's budget, locked. Throws on a wave that has none. */
export async function lockBudget(tx: Transaction, waveId: string): Promise<Budget> {
  await tx.$queryRaw`SELECT 1 FROM wave_budget WHERE wave_id = ${waveId}::uuid FOR UPDATE`;
  return tx.waveBudget.findUniqueOrThrow({
    where: { waveId },
    select: { waveId: true, amount: true, isAutomatic: true, changes: true },
  });
}

export async function updateBudget(
  work: Work,
  { waveId, ...change }: { readonly waveId: string } & Partial<Budget> & { readonly setBy?: string },
): Promise<void> {
  await work.tx.waveBudget.update({ where: { waveId }, data: { ...change, setAt: work.now } });
}

/** The running balance of an account as this transaction sees it; nothing for an account that was never used. */
export async function balanceInWork(tx: Transaction, { kind, owner }: AccountName): Promise<bigint> {
  const row = await tx.ledgerAccount.findUnique({
    where: { kind_owner: { kind, owner } },
    select: { balance: true },
  });
  return row?.balance ?? 0n;
}

/** What a person was ever given of the promise: balance opened and incentives scheduled, whatever became of them. */
export async function sumTaken(tx: Transaction, participantId: string): Promise<bigint> {
  const sum = await tx.ledgerEntry.aggregate({
    where: {
      account: { owner: participantId, kind: { in: ["training_balance", "incentive_payable"] } },
      transfer: { kind: { in: ["training-balance", "incentive"] } },
      amount: { gt: 0 },
    },
    _sum: { amount: true },
  });
  return sum._sum.amount ?? 0n;
}
