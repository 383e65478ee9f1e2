import { database, type Transaction } from "#platform/db/client.ts";
import { type JournalEntry, type JournalHead, type JournalTransfer, journalText } from "./form.ts";

type Reader = Pick<Transaction, "$queryRaw">;

/** These transfers in the journal's form, by id. */
export async function readTransfers(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JournalTransfer>> {
  const rows = await db.$queryRaw<TransferRow[]>`
    SELECT t.id, t.key, t.kind, t.wave_id AS wave, t.occurred_at AS at, encode(t.fingerprint, 'hex') AS fingerprint,
      e.account AS "account", e.owner, e.amount::text, e.after
    FROM ledger_transfer t
    LEFT JOIN LATERAL (
      SELECT x.line, a.kind::text AS account, a.owner, x.amount, x.balance_after::text AS after
      FROM ledger_entry x JOIN ledger_account a ON a.id = x.account_id WHERE x.transfer_id = t.id
    ) e ON true
    WHERE t.id = ANY(${[...ids]}::uuid[]) ORDER BY t.id, e.line`;
  const found = new Map<string, JournalTransfer & { lines: JournalTransfer["lines"][number][] }>();
  for (const { account, owner, amount, after, at, ...row } of rows) {
    const transfer = found.get(row.id) ?? { ...row, at: at.toISOString(), lines: [] };
    found.set(row.id, transfer);
    if (account !== null && owner !== null && amount !== null)
      transfer.lines.push({ kind: account, owner, amount, after });
  }
  return found;
}

type TransferRow = Omit<JournalTransfer, "at" | "lines"> & {
  readonly at: Date;
  readonly account: string | null;
  readonly owner: string | null;
  readonly amount: string | null;
  readonly after: string | null;
};

const ENTRIES = 1_000;

/** The whole journal as JSON lines, in pieces, with as much memory for ten entries as for ten million. */
export async function* readJournal(): AsyncGenerator<string> {
  for (let after = 0n; ; ) {
    const page = await readEntries(after);
    if (page.length > 0) yield `${page.map(journalText).join("\n")}\n`;
    if (page.length < ENTRIES) return;
    after = BigInt(page.at(-1)?.number ?? 0);
  }
}

async function readEntries(after: bigint): Promise<readonly JournalEntry[]> {
  const seals = await database().$queryRaw<SealRow[]>`
    SELECT number, transfer_id AS id, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash
    FROM ledger_seal WHERE number > ${after} ORDER BY number LIMIT ${ENTRIES}`;
  const transfers = await readTransfers(
    database(),
    seals.map(({ id }) => id),
  );
  return seals.map(({ number, id, previous, hash }) => ({
    ...{ number: Number(number), previous, hash },
    transfer: transfers.get(id) ?? null,
  }));
}

type SealRow = {
  readonly number: bigint;
  readonly id: string;
  readonly previous: string;
  readonly hash: string;
};

/** A head with what it takes to check it; key and signature in hexadecimal. */
export type SignedHead = JournalHead & { readonly publicKey: string; readonly signature: string };

/** The signed heads of days before this one, latest first; all of them where no number is given. */
export async function findHeads(page: { readonly before?: string; readonly size?: number } = {}) {
  const rows = await database().ledgerHead.findMany({
    where: page.before ? { day: { lt: new Date(`${page.before}T00:00:00Z`) } } : {},
    orderBy: { day: "desc" },
    ...(page.size ? { take: page.size } : {}),
  });
  return rows.map(
    ({ day, number, hash, signedAt, keyId, publicKey, signature }): SignedHead => ({
      day: day.toISOString().slice(0, 10),
      number: Number(number),
      hash: Buffer.from(hash).toString("hex"),
      signedAt: signedAt.toISOString(),
      keyId,
      publicKey: Buffer.from(publicKey).toString("hex"),
      signature: Buffer.from(signature).toString("hex"),
    }),
  );
}
