import { randomUUID } from "node:crypto";
import pg from "pg";
import { system } from "#authorization/actor.ts";
import { sealJournalDue } from "#features/accounting/use-cases/seal-journal.ts";
import { findHeads, readJournal } from "#ledger/journal/read.ts";
import type { Finding, Head } from "#ledger/journal/reading.ts";
import { compareJournals, parseHeads, verifyJournal } from "#ledger/journal/verify.ts";
import { post } from "#ledger/post.ts";
import type { AccountName } from "#ledger/types.ts";
import { inOneTransaction } from "#platform/db/work.ts";

export const morning = new Date("2026-11-24T01:00:00Z");
export const nextMorning = new Date("2026-11-25T01:00:00Z");

const budget: AccountName = { kind: "state_budget", owner: "A" };

/** So many transfers to people of their own. */
export async function postSome(count: number, now: Date): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const owner = randomUUID();
    const lines = [
      { account: budget, amount: -1_000n },
      { account: { kind: "training_balance", owner }, amount: 1_000n },
    ] as const;
    const posted = await inOneTransaction(
      system,
      (work) => post(work, { key: `test:${owner}`, kind: "test", lines }),
      { now },
    );
    if (!posted.ok) throw new Error(posted.refusal.code);
  }
}

/** Ten transfers on two days with their heads: numbers 1 to 5 under the first, 6 to 10 under the second. */
export async function twoDays(): Promise<void> {
  await postSome(5, morning);
  await sealJournalDue(morning);
  await postSome(5, nextMorning);
  await sealJournalDue(nextMorning);
}

export async function exported(): Promise<string[]> {
  let text = "";
  for await (const chunk of readJournal()) text += chunk;
  return text.trimEnd().split("\n");
}

export async function signedHeads(): Promise<readonly Head[]> {
  return parseHeads(JSON.stringify({ heads: await findHeads() }));
}

export async function check(
  lines: readonly string[],
  heads: readonly Head[] = [],
  key?: string,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of verifyJournal(asLines(lines), heads, key)) found.push(finding);
  return found;
}

export async function compare(lines: readonly string[], earlier: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of compareJournals(asLines(lines), asLines(earlier))) found.push(finding);
  return found;
}

async function* asLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** What the owner of the database can do: no trigger and no key stands in the way. */
export async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function askDatabase<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
