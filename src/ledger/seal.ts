import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { Work } from "#platform/db/work.ts";
import { JOURNAL_START, journalHash } from "./journal/form.ts";
import { readTransfers } from "./journal/read.ts";
import { PARTNERS_ACCOUNTS } from "./types.ts";

type Seal = {
  readonly number: bigint;
  readonly id: string;
  readonly previous: string;
  readonly hash: string;
};
type Sealed = { readonly number: bigint; readonly hash: string };

/**
 * Puts the next committed transfers at the end of the journal, in the order of their ids, which is that of their time.
 * One at a time, so that no number is left out or given twice; whoever posts never waits for it. Says how many.
 */
export async function sealNext(work: Work, size: number): Promise<number> {
  await takeTurn(work.tx, "ledger-seal");
  const ids = await findUnsealed(work.tx, size);
  if (ids.length === 0) return 0;
  const transfers = await readTransfers(work.tx, ids);
  let end: Sealed = (await findEnd(work.tx)) ?? { number: 0n, hash: JOURNAL_START };
  const seals: Seal[] = [];
  for (const id of ids) {
    const transfer = transfers.get(id);
    if (!transfer) throw new Error(`transfer ${id} waits for its seal and is not in the books`);
    const seal = { id, number: end.number + 1n, previous: end.hash, hash: journalHash(end.hash, transfer) };
    seals.push(seal);
    end = seal;
  }
  await insertSeals(work, seals);
  await addToDays(work.tx, ids);
  await addToPartnersDays(work.tx, ids);
  await work.tx.ledgerUnsealed.deleteMany({ where: { transferId: { in: ids } } });
  return seals.length;
}

/** The last sealed transfer; null: nothing is sealed yet. */
export async function findEnd(tx: Transaction): Promise<Sealed | null> {
  const last = await tx.ledgerSeal.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
  return last && { number: last.number, hash: Buffer.from(last.hash).toString("hex") };
}

async function findUnsealed(tx: Transaction, size: number): Promise<string[]> {
  const rows = await tx.ledgerUnsealed.findMany({ orderBy: { transferId: "asc" }, take: size });
  return rows.map(({ transferId }) => transferId);
}

async function insertSeals(work: Work, seals: readonly Seal[]): Promise<void> {
  await work.tx.$executeRaw`
    INSERT INTO ledger_seal (number, transfer_id, previous, hash, sealed_at)
    SELECT s.number, s.id, decode(s.previous, 'hex'), decode(s.hash, 'hex'), ${work.now}
    FROM unnest(${seals.map(({ number }) => number)}::bigint[], ${seals.map(({ id }) => id)}::uuid[],
      ${seals.map(({ previous }) => previous)}::text[], ${seals.map(({ hash }) => hash)}::text[])
      AS s (number, id, previous, hash) ORDER BY s.number`;
}

/** What moved on each day in WIB, so that no report adds up every entry of the programme. */
async function addToDays(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ledger_day_sum AS s (day, kind, wave_id, amount, entries)
    SELECT (t.occurred_at AT TIME ZONE 'Asia/Jakarta')::date, a.kind,
      coalesce(t.wave_id, '00000000-0000-0000-0000-000000000000'), sum(e.amount), count(*)
    FROM ledger_transfer t
    JOIN ledger_entry e ON e.transfer_id = t.id
    JOIN ledger_account a ON a.id = e.account_id
    WHERE t.id = ANY(${[...ids]}::uuid[]) GROUP BY 1, 2, 3
    ON CONFLICT (day, kind, wave_id)
    DO UPDATE SET amount = s.amount + EXCLUDED.amount, entries = s.entries + EXCLUDED.entries`;
}

/** The same for each account of a partner, so that a statement begins without reading every year before it. */
async function addToPartnersDays(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ledger_account_day AS s (account_id, day, amount, entries)
    SELECT a.id, (t.occurred_at AT TIME ZONE 'Asia/Jakarta')::date, sum(e.amount), count(*)
    FROM ledger_transfer t
    JOIN ledger_entry e ON e.transfer_id = t.id
    JOIN ledger_account a ON a.id = e.account_id
    WHERE t.id = ANY(${[...ids]}::uuid[]) AND a.kind = ANY(${[...PARTNERS_ACCOUNTS]}::ledger_account_kind[])
    GROUP BY 1, 2
    ON CONFLICT (account_id, day)
    DO UPDATE SET amount = s.amount + EXCLUDED.amount, entries = s.entries + EXCLUDED.entries`;
}
