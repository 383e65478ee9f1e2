import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealJournalDue } from "#features/accounting/use-cases/seal-journal.ts";
import { makeApplicationLogin } from "../../../scripts/database/rights.ts";
import { check, exported, morning, postSome, signedHeads } from "./books.ts";

// Pages and worker sign in as a role that is no owner of the books. What it may not do is refused by rights, before any
// trigger is asked.

const client = { current: null as pg.Client | null };
const say = (sql: string) => client.current?.query(sql) ?? Promise.reject(new Error("not connected"));

beforeAll(async () => {
  const url = await makeApplicationLogin(process.env.DATABASE_URL ?? "", "not-a-secret");
  // Everything of the portal in this file works as that login too.
  process.env.DATABASE_URL = url;
  client.current = new pg.Client({ connectionString: url });
  await client.current.connect();
  await postSome(1, morning);
});
afterAll(() => client.current?.end());

test("the application posts, seals, signs and exports with these rights", async () => {
  await postSome(2, morning);
  expect(await sealJournalDue(morning)).toBe(4);
  const lines = await exported();
  expect(lines).toHaveLength(3);
  expect(await check(lines, await signedHeads())).toEqual([]);
});

describe.each(["ledger_transfer", "ledger_entry", "ledger_seal", "ledger_head"])(
  "of %s it may not",
  (table) => {
    test.each([
      ["change a row", `UPDATE ${table} SET ${table === "ledger_entry" ? "amount = 1" : "hash = NULL"}`],
      ["remove a row", `DELETE FROM ${table}`],
      ["empty it", `TRUNCATE ${table} CASCADE`],
    ])("%s", async (_, sql) => {
      const told = table === "ledger_transfer" ? sql.replace("hash = NULL", "kind = 'x'") : sql;
      await expect(say(told)).rejects.toThrow("permission denied");
    });

    test.each([
      ["switch its triggers off", `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
      ["change its shape", `ALTER TABLE ${table} ADD COLUMN note text`],
      ["drop it", `DROP TABLE ${table} CASCADE`],
      ["put a trigger on it", `CREATE TRIGGER t BEFORE INSERT ON ${table} EXECUTE FUNCTION only_grows()`],
    ])("%s", async (_, sql) => {
      await expect(say(sql)).rejects.toThrow(/must be owner|permission denied/);
    });
  },
);

test("nor switch all triggers off for itself, nor change what a trigger does, nor a balance or an owner", async () => {
  await expect(say("SET session_replication_role = replica")).rejects.toThrow("permission denied");
  await expect(
    say(
      "CREATE OR REPLACE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ),
  ).rejects.toThrow("must be owner");
  await expect(say("UPDATE ledger_account SET owner = 'me'")).rejects.toThrow("permission denied");
  await expect(say("UPDATE ledger_account SET balance = 9")).rejects.toThrow("by entries only");
  await expect(say("DELETE FROM ledger_account")).rejects.toThrow("permission denied");
  await expect(say("SET ROLE portal")).rejects.toThrow("permission denied");
  await expect(say("SELECT begin_wave_part('ledger_entry', 'mine')")).rejects.toThrow("no parts");
});
