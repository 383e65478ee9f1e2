import type { Transaction } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountName, LedgerAccountKind } from "./types.ts";

/** Accounts that could be overdrawn keep a running balance; the others are sums, so that no row is hot. */
const KEEPS_BALANCE: ReadonlySet<LedgerAccountKind> = new Set([
  "training_balance",
  "incentive_payable",
  "wave_allotment",
]);

/** Accounts that belong to one wave, with all that ever moves on them. */
const OF_A_WAVE: ReadonlySet<LedgerAccountKind> = new Set([
  "wave_allotment",
  "wave_committed",
  "training_balance",
  "incentive_payable",
]);

export type OpenedAccount = {
  readonly id: string;
  readonly waveId: string | null;
  /** null: it keeps none. */
  readonly balance: bigint | null;
};

/** Opens those of these accounts that are not there yet; a person's becomes one of this wave. Answers all of them. */
export async function openAccounts(
  work: Work,
  names: readonly AccountName[],
  waveId: string | undefined,
): Promise<ReadonlyMap<string, OpenedAccount>> {
  await work.tx.ledgerAccount.createMany({
    data: names.map(({ kind, owner }) => ({
      id: work.newId(),
      ...{ kind, owner },
      keepsBalance: KEEPS_BALANCE.has(kind),
      waveId: OF_A_WAVE.has(kind) ? waveId : null,
      createdAt: work.now,
    })),
    skipDuplicates: true,
  });
  return lockAccounts(work.tx, names);
}

export const keepsBalance = (kind: LedgerAccountKind) => KEEPS_BALANCE.has(kind);
export const nameOf = ({ kind, owner }: AccountName) => `${kind}:${owner}`;

/**
 * Those of these accounts that are there, by "kind:owner". One statement for both sorts: whoever keeps a balance is
 * waited for, always in the order of their ids, and whoever keeps none is only read.
 */
export async function lockAccounts(
  tx: Transaction,
  names: readonly AccountName[],
): Promise<ReadonlyMap<string, OpenedAccount>> {
  const rows = await tx.$queryRaw<(OpenedAccount & AccountName)[]>`
    WITH wanted AS (
      SELECT a.id FROM unnest(${names.map(({ kind }) => kind)}::text[], ${names.map(({ owner }) => owner)}::text[]) AS n (kind, owner)
      JOIN ledger_account a ON a.kind = n.kind::ledger_account_kind AND a.owner = n.owner
    ), held AS (
      SELECT a.id, a.kind, a.owner, a.wave_id, a.balance FROM ledger_account a
      WHERE a.id IN (SELECT id FROM wanted) AND a.keeps_balance ORDER BY a.id FOR UPDATE
    )
    SELECT id, kind::text, owner, wave_id AS "waveId", balance FROM held
    UNION ALL
    SELECT a.id, a.kind::text, a.owner, a.wave_id, NULL FROM ledger_account a
    WHERE a.id IN (SELECT id FROM wanted) AND NOT a.keeps_balance`;
  return new Map(rows.map(({ kind, owner, ...account }) => [nameOf({ kind, owner }), account]));
}

export async function findTransfer(
  tx: Transaction,
  key: string,
): Promise<{ readonly id: string; readonly fingerprint: Uint8Array } | null> {
  return tx.ledgerTransfer.findUnique({ where: { key }, select: { id: true, fingerprint: true } });
}

export type NewTransfer = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly waveId: string | null;
  readonly fingerprint: Buffer;
  readonly entries: readonly { readonly accountId: string; readonly amount: bigint }[];
};

/** Writes the transfer with its entries, unless its key is there; says whether it was written. One statement. */
export async function insertTransfer(work: Work, transfer: NewTransfer): Promise<boolean> {
  const { id, key, kind, waveId, fingerprint, entries } = transfer;
  const written = await work.tx.$executeRaw`
    WITH written AS (
      INSERT INTO ledger_transfer (id, key, fingerprint, kind, wave_id, occurred_at)
      VALUES (${id}::uuid, ${key}, decode(${fingerprint.toString("hex")}, 'hex'), ${kind}, ${waveId}::uuid, ${work.now})
      ON CONFLICT (key) DO NOTHING RETURNING id
    )
    INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
    SELECT w.id, e.line, e.account_id, e.amount, ${work.now}
    FROM written w, unnest(${entries.map(({ accountId }) => accountId)}::uuid[],
      ${entries.map(({ amount }) => amount)}::bigint[]) WITH ORDINALITY AS e (account_id, amount, line)`;
  return written > 0;
}
