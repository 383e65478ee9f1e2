import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type JournalTransfer, journalHash } from "#ledger/journal/form.ts";
import { askDatabase, asSuperuser, check, compare, exported, signedHeads, twoDays } from "./books.ts";

// Somebody owns the database and switches everything off that guards the books. What they do is found from an export,
// the signed heads and nothing else, with the number of the entry.

let before: string[];

beforeAll(async () => {
  await twoDays();
  before = await exported();
});

/** Does this, looks at an export, and puts the books back. */
async function afterwards(...statements: readonly string[]): Promise<string[]> {
  const tables = ["ledger_transfer", "ledger_entry", "ledger_seal"];
  await asSuperuser(...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`));
  try {
    await asSuperuser(...statements);
    return await exported();
  } finally {
    await asSuperuser(
      ...tables.flatMap((table) => [
        `DELETE FROM ${table}`,
        `INSERT INTO ${table} SELECT * FROM kept_${table}`,
        `DROP TABLE kept_${table}`,
      ]),
    );
  }
}

const idOf = (number: number) => `(SELECT transfer_id FROM ledger_seal WHERE number = ${number})`;

test("untouched books are in order, with and without the heads", async () => {
  expect(before).toHaveLength(10);
  expect(await check(before)).toEqual([]);
  const heads = await signedHeads();
  expect(heads.map(({ number }) => number)).toEqual([5, 10]);
  expect(await check(before, heads)).toEqual([]);
  expect(await compare(before, before.slice(0, 7))).toEqual([]);
});

describe("found with its number", () => {
  test("an amount that was changed on both sides", async () => {
    const lines = await afterwards(
      `UPDATE ledger_entry SET amount = amount * 2 WHERE transfer_id = ${idOf(4)}`,
    );
    expect(await check(lines, await signedHeads())).toEqual([{ problem: "changed", number: 4 }]);
  });

  test("an amount that was changed on one side", async () => {
    const lines = await afterwards(
      `UPDATE ledger_entry SET amount = 900 WHERE transfer_id = ${idOf(4)} AND amount > 0`,
    );
    expect(await check(lines)).toEqual([
      { problem: "unbalanced", number: 4 },
      { problem: "changed", number: 4 },
    ]);
  });

  test.each([
    [
      "a time",
      `UPDATE ledger_transfer SET occurred_at = occurred_at - interval '1 day' WHERE id = ${idOf(7)}`,
    ],
    ["a wave", `UPDATE ledger_transfer SET wave_id = '${randomUUID()}' WHERE id = ${idOf(7)}`],
    ["a key", `UPDATE ledger_transfer SET key = 'other' WHERE id = ${idOf(7)}`],
    [
      "the last balance",
      `UPDATE ledger_entry SET balance_after = 5 WHERE transfer_id = ${idOf(7)} AND line = 2`,
    ],
    [
      "another account",
      `UPDATE ledger_entry SET account_id = (SELECT account_id FROM ledger_entry WHERE transfer_id = ${idOf(8)} AND amount > 0)
       WHERE transfer_id = ${idOf(7)} AND amount > 0`,
    ],
  ])("%s that was changed", async (_, statement) => {
    expect(await check(await afterwards(statement))).toEqual([{ problem: "changed", number: 7 }]);
  });

  test("an entry that was removed, and its seal with it", async () => {
    const remove = (what: string) => `DELETE FROM ledger_${what} WHERE transfer_id = ${idOf(3)}`;
    const gone = [remove("entry"), `DELETE FROM ledger_transfer WHERE id = ${idOf(3)}`];
    expect(await check(await afterwards(...gone))).toEqual([{ problem: "removed", number: 3 }]);
    expect(await check(await afterwards(...gone, "DELETE FROM ledger_seal WHERE number = 3"))).toEqual([
      { problem: "removed", number: 3 },
    ]);
  });

  test("an entry that was removed, and the numbers after it closed up", async () => {
    const lines = await afterwards(
      "DELETE FROM ledger_seal WHERE number = 3",
      "UPDATE ledger_seal SET number = number + 1000 WHERE number > 3",
      "UPDATE ledger_seal SET number = number - 1001 WHERE number > 1000",
    );
    expect(lines).toHaveLength(9);
    expect(await check(lines)).toEqual([{ problem: "removed", number: 3 }]);
  });

  test("an entry that was inserted in the middle, with a hash that fits", async () => {
    const lines = await afterwards(...(await insertionBefore(6)));
    expect(lines).toHaveLength(11);
    expect(await check(lines)).toEqual([{ problem: "inserted", number: 6 }]);
  });

  test("an entry that was put at the end with an old date", async () => {
    const lines = await afterwards(...(await insertionBefore(11)));
    expect(await check(lines)).toEqual([]);
    expect(await check(lines, await signedHeads())).toEqual([
      { problem: "backdated", number: 11, day: "2026-11-25" },
    ]);
  });

  test("a tail that was cut off, by the heads alone", async () => {
    const lines = await afterwards("DELETE FROM ledger_seal WHERE number > 7");
    expect(await check(lines)).toEqual([]);
    expect(await check(lines, await signedHeads())).toEqual([
      { problem: "cut", number: 8, until: 10, day: "2026-11-25" },
    ]);
  });

  test("a change after which every hash was worked out anew: by the heads in a range, by an older export exactly", async () => {
    const lines = rewritten(before, 8, (transfer) => ({ ...transfer, key: "invented" }));
    expect(await check(lines)).toEqual([]);
    expect(await check(lines, await signedHeads())).toEqual([
      { problem: "rewritten", number: 6, until: 10, day: "2026-11-25" },
    ]);
    expect(await compare(lines, before)).toEqual([{ problem: "rewritten", number: 8 }]);
  });

  test("heads that were signed with another key", async () => {
    const heads = await signedHeads();
    const [first] = heads;
    if (!first) throw new Error("no head");
    const forged = heads.map((head) => ({ ...head, number: head.number - 1 }));
    expect(await check(before, forged)).toEqual([
      { problem: "bad-signature", number: 4, day: "2026-11-24" },
      { problem: "bad-signature", number: 9, day: "2026-11-25" },
    ]);
  });

  test("a line that cannot be read, and only that one", async () => {
    const lines = before.with(4, "{");
    expect(await check(lines)).toEqual([{ problem: "unreadable", number: 5 }]);
  });
});

/** A made-up transfer between two people, dated on the first day, with a seal that follows the one before. */
async function insertionBefore(number: number): Promise<string[]> {
  const id = randomUUID();
  const at = "2026-11-24T01:00:00.000Z";
  const accounts = await askDatabase<{ id: string; kind: string; owner: string }>(
    "SELECT id, kind::text, owner FROM ledger_account WHERE kind = 'training_balance' ORDER BY id LIMIT 2",
  );
  const [seal] = await askDatabase<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM ledger_seal WHERE number = ${number - 1}`,
  );
  if (!seal || accounts.length < 2) throw new Error("nothing to build on");
  const sides = accounts.map(({ kind, owner }, index) => ({
    ...{ kind, owner, after: null },
    amount: index === 0 ? "-500" : "500",
  }));
  const transfer = { id, key: id, kind: "test", wave: null, at, fingerprint: "00", lines: sides };
  const hash = journalHash(seal.hash, transfer);
  return [
    `INSERT INTO ledger_transfer (id, key, kind, fingerprint, occurred_at) VALUES ('${id}', '${id}', 'test', '\\x00', '${at}')`,
    ...accounts.map(
      (account, index) =>
        `INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
         VALUES ('${id}', ${index + 1}, '${account.id}', ${sides[index]?.amount}, '${at}')`,
    ),
    `UPDATE ledger_seal SET number = number + 1000 WHERE number >= ${number}`,
    `UPDATE ledger_seal SET number = number - 999 WHERE number > 1000`,
    `INSERT INTO ledger_seal (number, transfer_id, previous, hash, sealed_at)
     VALUES (${number}, '${id}', '\\x${seal.hash}', '\\x${hash}', now())`,
  ];
}

/** The export of somebody who changes one entry and works out every hash after it. */
function rewritten(
  lines: readonly string[],
  number: number,
  change: (transfer: JournalTransfer) => JournalTransfer,
): string[] {
  let previous = "00".repeat(32);
  return lines.map((line, index) => {
    const entry = JSON.parse(line) as { number: number; transfer: JournalTransfer };
    const transfer = index + 1 === number ? change(entry.transfer) : entry.transfer;
    const hash = journalHash(previous, transfer);
    const text = JSON.stringify({ number: entry.number, previous, hash, transfer });
    previous = hash;
    return text;
  });
}
