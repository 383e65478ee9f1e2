import type pg from "pg";
import { removePrivateFile, renewPrivateFile } from "#platform/storage/private-files.ts";

const PAGE = 500;

/** Encrypts the private files anew that some column `storage_key` names, as the catalogue tells. */
export async function rotateFiles(client: pg.Client): Promise<{ renewed: number; unreadable: number }> {
  const { rows: tables } = await client.query<{ name: string }>(`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'storage_key' ORDER BY table_name`);
  const counts = { renewed: 0, unreadable: 0 };
  for (const { name } of tables) {
    let keys = await findKeys(client, name, "");
    while (keys.length > 0) {
      for (const key of keys) await rotateFile(client, tables, key, counts);
      keys = await findKeys(client, name, keys.at(-1) ?? "");
    }
  }
  return counts;
}

async function findKeys(client: pg.Client, table: string, after: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT storage_key AS key FROM "${table}" WHERE storage_key > $1 ORDER BY storage_key LIMIT ${PAGE}`,
    [after],
  );
  return rows.map(({ key }) => key);
}

/** A file that was removed while it was renewed does not come back. */
async function rotateFile(
  client: pg.Client,
  tables: readonly { readonly name: string }[],
  key: string,
  counts: { renewed: number; unreadable: number },
): Promise<void> {
  try {
    if (!(await renewPrivateFile(key))) return;
    counts.renewed += 1;
  } catch {
    counts.unreadable += 1;
    return;
  }
  const named = tables
    .map(({ name }) => `SELECT 1 FROM "${name}" WHERE storage_key = $1`)
    .join(" UNION ALL ");
  if ((await client.query(named, [key])).rowCount === 0) await removePrivateFile(key);
}
