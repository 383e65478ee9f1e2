import { type Rupiah, rupiah } from "#kernel/money.ts";
import { database } from "#platform/db/client.ts";
import type { AccountName, LedgerAccountKind, Movement } from "./types.ts";

/** What the ledger says an account holds, in rupiah; nothing for an account that was never used. */
export async function balanceOf({ kind, owner }: AccountName): Promise<Rupiah> {
  const account = await database().ledgerAccount.findUnique({
    where: { kind_owner: { kind, owner } },
    select: { id: true, keepsBalance: true, balance: true },
  });
  if (!account) return rupiah(0);
  if (account.keepsBalance) return rupiah(account.balance);
  const sum = await database().ledgerEntry.aggregate({
    where: { accountId: account.id },
    _sum: { amount: true },
  });
  return rupiah(sum._sum.amount ?? 0n);
}

/**
 * The movements of an account, newest first. The next page begins after the transfer that ended this one, so that two
 * movements of one moment are neither skipped nor told twice.
 */
export async function movementsOf(
  { kind, owner }: AccountName,
  page: { readonly after?: string; readonly size: number },
): Promise<Movement[]> {
  const edge = page.after
    ? await database().ledgerTransfer.findUnique({
        where: { id: page.after },
        select: { id: true, occurredAt: true },
      })
    : null;
  const rows = await database().ledgerEntry.findMany({
    where: {
      account: { kind, owner },
      ...(edge && {
        OR: [
          { occurredAt: { lt: edge.occurredAt } },
          { occurredAt: edge.occurredAt, transferId: { lt: edge.id } },
        ],
      }),
    },
    orderBy: [{ occurredAt: "desc" }, { transferId: "desc" }],
    take: page.size,
    select: {
      amount: true,
      balanceAfter: true,
      occurredAt: true,
      transfer: { select: { id: true, key: true, kind: true } },
    },
  });
  return rows.map(({ transfer, ...row }) => ({
    ...row,
    transferId: transfer.id,
    key: transfer.key,
    kind: transfer.kind,
  }));
}

/** The sum of every kind of account; all of them together are zero. */
export async function trialBalance(): Promise<{ readonly kind: LedgerAccountKind; readonly sum: Rupiah }[]> {
  const rows = await database().$queryRaw<{ kind: LedgerAccountKind; sum: bigint }[]>`
    SELECT a.kind::text AS kind, sum(e.amount)::bigint AS sum
    FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id GROUP BY a.kind ORDER BY a.kind`;
  return rows.map(({ kind, sum }) => ({ kind, sum: rupiah(sum) }));
}
