import { randomInt } from "node:crypto";
import pg from "pg";

const ACCOUNTS = 100_000;

/** Makes pgbench's tables at scale 1, and gives what runs so many of its transactions over so many connections. */
export async function prepareSimpleUpdate(
  url: string,
): Promise<(count: number, connections: number) => Promise<void>> {
  const maker = new pg.Client({ connectionString: url });
  await maker.connect();
  await maker.query(`
    CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84)) WITH (fillfactor = 100);
    CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    INSERT INTO pgbench_accounts SELECT n, 1, 0, '' FROM generate_series(1, ${ACCOUNTS}) n;
    ANALYZE pgbench_accounts;`);
  await maker.end();
  return async (count, connections) => {
    let left = count;
    const lane = async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (; left > 0; ) {
        left -= 1;
        await simpleUpdate(client);
      }
      await client.end();
    };
    await Promise.all(Array.from({ length: connections }, lane));
  };
}

/** pgbench -N: the account, without tellers and branches. Statements are prepared, as by `pgbench -M prepared`. */
async function simpleUpdate(client: pg.Client): Promise<void> {
  const [aid, tid, delta] = [randomInt(1, ACCOUNTS + 1), randomInt(1, 11), randomInt(-5_000, 5_001)];
  await client.query("BEGIN");
  await client.query({
    name: "update",
    text: "UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2",
    values: [delta, aid],
  });
  await client.query({
    name: "select",
    text: "SELECT abalance FROM pgbench_accounts WHERE aid = $1",
    values: [aid],
  });
  await client.query({
    name: "insert",
    text: "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES ($1, 1, $2, $3, CURRENT_TIMESTAMP)",
    values: [tid, aid, delta],
  });
  await client.query("END");
}
