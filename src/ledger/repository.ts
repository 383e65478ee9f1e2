import type { Transaction } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountName, LedgerAccountKind } from "./types.ts";

/** Accounts that could be overdrawn keep a running balance; the others are sums, so that no row is hot. */
const KEEPS_BALANCE: ReadonlySet<LedgerAccountKind> = new Set(["training_balance", "incentive_payable"]);

/** The ids of these accounts by "kind:owner", opening those that are not there yet. */
export async function openAccounts(work: Work, names: readonly AccountName[]): Promise<Map<string, string>> {
  const wanted = { OR: names.map(({ kind, owner }) => ({ kind, owner })) };
  let rows = await work.tx.ledgerAccount.findMany({
    where: wanted,
    select: { id: true, kind: true, owner: true },
  });
  if (rows.length < names.length) {
    await work.tx.ledgerAccount.createMany({
      data: names.map(({ kind, owner }) => ({
        id: work.newId(),
        ...{ kind, owner },
        keepsBalance: KEEPS_BALANCE.has(kind),
        createdAt: work.now,
      })),
      skipDuplicates: true,
    });
    rows = await work.tx.ledgerAccount.findMany({
      where: wanted,
      select: { id: true, kind: true, owner: true },
    });
  }
  return new Map(rows.map(({ id, kind, owner }) => [`${kind}:${owner}`, id]));
}

/** Locks the accounts that keep a balance, always in the order of their ids, and reads the balances. */
export async function lockAccounts(tx: Transaction, ids: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ id: string; balance: bigint }[]>`
    SELECT id, balance FROM ledger_account
    WHERE id = ANY(${[...ids]}::uuid[]) AND keeps_balance ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ id, balance }) => [id, balance]));
}

export async function findTransfer(
  tx: Transaction,
  key: string,
): Promise<{ readonly id: string; readonly fingerprint: Uint8Array } | null> {
  return tx.ledgerTransfer.findUnique({ where: { key }, select: { id: true, fingerprint: true } });
}

export async function insertTransfer(
  work: Work,
  transfer: {
    readonly id: string;
    readonly key: string;
    readonly kind: string;
    readonly fingerprint: Uint8Array;
    readonly entries: readonly { readonly accountId: string; readonly amount: bigint }[];
  },
): Promise<void> {
  const { entries, fingerprint, ...row } = transfer;
  await work.tx.ledgerTransfer.create({
    data: { ...row, fingerprint: new Uint8Array(fingerprint), occurredAt: work.now },
  });
  await work.tx.ledgerEntry.createMany({
    data: entries.map((entry, index) => ({
      ...entry,
      transferId: row.id,
      line: index + 1,
      occurredAt: work.now,
    })),
  });
}
