import type { Transaction } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountName, LedgerAccountKind, Line } from "./types.ts";

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

/** Opens those of these accounts that are not there yet; a person's becomes one of this wave. */
export async function openAccounts(
  work: Work,
  names: readonly AccountName[],
  waveId: string | undefined,
): Promise<void> {
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
}

export const keepsBalance = (kind: LedgerAccountKind) => KEEPS_BALANCE.has(kind);
export const nameOf = ({ kind, owner }: AccountName) => `${kind}:${owner}`;

/** What those of these accounts hold that are there, by "kind:owner"; nothing, where no balance is kept. */
export async function findBalances(
  tx: Transaction,
  names: readonly AccountName[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.ledgerAccount.findMany({
    where: { OR: names.map(({ kind, owner }) => ({ kind, owner })) },
    select: { kind: true, owner: true, balance: true },
  });
  return new Map(rows.map((row) => [nameOf(row), row.balance]));
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
  /** Where the caller knows it; else that of the first account that belongs to one. */
  readonly waveId: string | undefined;
  readonly fingerprint: Buffer;
  readonly lines: readonly Line[];
};

/**
 * Writes the transfer with its entries in one statement, if all its accounts are there, nobody is overdrawn and its key
 * is new; says whether it was written. Whoever keeps a balance is waited for, always in the order of their ids.
 */
export async function insertTransfer({ tx, now }: Work, transfer: NewTransfer): Promise<boolean> {
  const { id, key, kind, waveId, fingerprint, lines } = transfer;
  const written = await tx.$executeRaw`
    WITH line AS (
      SELECT n.line, n.amount, a.id AS account_id, a.keeps_balance, a.wave_id
      FROM unnest(${lines.map(({ account }) => account.kind)}::text[], ${lines.map(({ account }) => account.owner)}::text[],
        ${lines.map(({ amount }) => amount)}::bigint[]) WITH ORDINALITY AS n (kind, owner, amount, line)
      LEFT JOIN ledger_account a ON a.kind = n.kind::ledger_account_kind AND a.owner = n.owner
    ), held AS (
      SELECT id, balance FROM ledger_account
      WHERE id IN (SELECT account_id FROM line WHERE keeps_balance) ORDER BY id FOR UPDATE
    ), written AS (
      INSERT INTO ledger_transfer (id, key, fingerprint, kind, wave_id, occurred_at)
      SELECT ${id}::uuid, ${key}, decode(${fingerprint.toString("hex")}, 'hex'), ${kind},
        coalesce(${waveId ?? null}::uuid, (SELECT wave_id FROM line WHERE wave_id IS NOT NULL ORDER BY line LIMIT 1)), ${now}
      WHERE NOT EXISTS (SELECT FROM line LEFT JOIN held ON held.id = line.account_id
        WHERE line.account_id IS NULL OR line.keeps_balance AND held.balance + line.amount < 0)
      ON CONFLICT (key) DO NOTHING RETURNING id
    )
    INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
    SELECT w.id, line.line, line.account_id, line.amount, ${now} FROM written w, line ORDER BY line.line`;
  return written > 0;
}
