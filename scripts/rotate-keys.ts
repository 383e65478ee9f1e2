import pg from "pg";
import { decryptField, encryptField, newestKeyId } from "#platform/db/field-encryption.ts";
import { rotateFiles } from "./database/rotate-files.ts";

const BATCH = 500;

/** A table with encrypted columns, as the database's own catalogue tells it, so that nobody can forget one. */
type Vault = { readonly table: string; readonly key: readonly string[]; readonly ciphers: readonly string[] };
type Row = Readonly<Record<string, string>>;

export type Rotation = {
  /** Table -> fields that were encrypted anew. */
  readonly renewed: ReadonlyMap<string, number>;
  readonly files: number;
  /** Fields and files that no key opens. */
  readonly unreadable: number;
};

/** `stopAfter` batches, for whoever wants to see it broken off. */
type Pace = { readonly batch?: number; readonly stopAfter?: number };

/**
 * Encrypts everything that an older key was used for with the newest one: every column `*_cipher`, and every file that
 * a column `storage_key` names. Batch by batch by primary key, each on its own: it may be stopped and run again, and the
 * portal goes on meanwhile, for what it writes is under the newest key already.
 */
export async function rotateKeys(
  url: string,
  say: (line: string) => void = () => {},
  { batch = BATCH, stopAfter = Number.POSITIVE_INFINITY }: Pace = {},
): Promise<Rotation> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const renewed = new Map<string, number>();
    const pace = { batch, left: stopAfter };
    let unreadable = 0;
    for (const vault of await findVaults(client)) {
      const counts = await renewTable(client, vault, pace);
      renewed.set(vault.table, counts.renewed);
      unreadable += counts.unreadable;
      say(`${vault.table}: ${counts.renewed} fields renewed (${vault.ciphers.join(", ")})`);
    }
    if (pace.left <= 0) return { renewed, files: 0, unreadable };
    const files = await rotateFiles(client);
    unreadable += files.unreadable;
    say(`files: ${files.renewed} renewed`);
    say(
      unreadable > 0
        ? `${unreadable} that no key opens: keep the older keys`
        : `All under "${newestKeyId()}"`,
    );
    return { renewed, files: files.renewed, unreadable };
  } finally {
    await client.end();
  }
}

async function findVaults(client: pg.Client): Promise<readonly Vault[]> {
  const { rows } = await client.query<Vault>(`
    SELECT c.relname AS table,
      (SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int2[], k.attnum))
       FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY(i.indkey)
       WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      array_agg(a.attname::text ORDER BY a.attnum) AS ciphers
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.atttypid = 'bytea'::regtype AND a.attname LIKE '%\\_cipher'
    GROUP BY c.oid, c.relname ORDER BY c.relname`);
  return rows;
}

type Counts = { renewed: number; unreadable: number };

async function renewTable(
  client: pg.Client,
  vault: Vault,
  pace: { readonly batch: number; left: number },
): Promise<Counts> {
  const counts = { renewed: 0, unreadable: 0 };
  let last: readonly string[] | null = null;
  for (; pace.left > 0; pace.left -= 1) {
    const rows: readonly Row[] = await findOldRows(client, vault, last, pace.batch);
    const end = rows.at(-1);
    if (!end) break;
    await inTransaction(client, async () => {
      for (const row of rows) await renewRow(client, vault, row, counts);
    });
    last = vault.key.map((column) => end[column] ?? "");
  }
  return counts;
}

/** The next rows with a cipher under an older key, after this primary key. */
async function findOldRows(
  client: pg.Client,
  { table, key, ciphers }: Vault,
  last: readonly string[] | null,
  batch: number,
): Promise<readonly Row[]> {
  const columns = [
    ...key.map((name) => `${quoted(name)}::text`),
    ...ciphers.map((name) => `encode(${quoted(name)}, 'hex') AS ${quoted(name)}`),
  ];
  const isOld = ciphers.map((name) => `substring(${quoted(name)} FROM 1 FOR 8) <> $1::bytea`).join(" OR ");
  const places = key.map((_, index) => `$${index + 2}`).join(", ");
  const names = key.map((name) => `t.${quoted(name)}`).join(", ");
  const { rows } = await client.query<Row>(
    `SELECT ${columns.join(", ")} FROM ${quoted(table)} t
     WHERE (${isOld}) ${last ? `AND (${names}) > (${places})` : ""} ORDER BY ${names} LIMIT ${batch}`,
    [newestPrefix(), ...(last ?? [])],
  );
  return rows;
}

/** Only where the cipher is still the one that was read: what the portal wrote meanwhile is newer. */
async function renewRow(
  client: pg.Client,
  { table, key, ciphers }: Vault,
  row: Row,
  counts: Counts,
): Promise<void> {
  for (const column of ciphers) {
    const old = row[column] && Buffer.from(row[column], "hex");
    if (!old || old.subarray(0, 8).equals(newestPrefix())) continue;
    const becomes = renewedCipher(old);
    if (!becomes) counts.unreadable += 1;
    else {
      const where = key.map((name, index) => `${quoted(name)} = $${index + 3}`).join(" AND ");
      const { rowCount } = await client.query(
        `UPDATE ${quoted(table)} SET ${quoted(column)} = $1 WHERE ${quoted(column)} = $2 AND ${where}`,
        [becomes, old, ...key.map((name) => row[name])],
      );
      counts.renewed += rowCount ?? 0;
    }
  }
}

function renewedCipher(old: Buffer): Buffer | null {
  try {
    return Buffer.from(encryptField(decryptField(old)));
  } catch {
    return null;
  }
}

/** The database lets what never changes be encrypted anew only by whoever says that it is upkeep. */
async function inTransaction(client: pg.Client, run: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('portal.upkeep', 'on', true)");
    await run();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

function newestPrefix(): Buffer {
  return Buffer.from(newestKeyId().padEnd(8, " "));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
