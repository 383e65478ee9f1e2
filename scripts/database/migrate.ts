import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import pg from "pg";

const FOLDER = "prisma/migrations";
const PRISMA_LOCK = 72707369; // the advisory lock that Prisma's own tool takes

/**
 * Applies the migrations that the database has not seen, in order, and returns their names. Keeps the same books as
 * `prisma migrate deploy` (`_prisma_migrations`), so that both may be used on one database.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKS);
    const applied: string[] = [];
    for (const name of migrationNames()) if (await applyOnce(client, name)) applied.push(name);
    return applied;
  } finally {
    await client.end();
  }
}

export function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(`${FOLDER}/${name}/migration.sql`))
    .sort();
}

async function applyOnce(client: pg.Client, name: string): Promise<boolean> {
  const sql = readFileSync(`${FOLDER}/${name}/migration.sql`, "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  const seen = await client.query<{ checksum: string; finished_at: Date | null }>(
    "SELECT checksum, finished_at FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NULL",
    [name],
  );
  const [record] = seen.rows;
  if (record && !record.finished_at)
    throw new Error(`migration ${name} broke off earlier: mend the database, then try again`);
  if (record && record.checksum !== checksum)
    throw new Error(`migration ${name} was changed after it was applied: write a new one`);
  if (record) return false;
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`migration ${name} failed and was rolled back`, { cause });
  }
  return true;
}

const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
