import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { database } from "#platform/db/client.ts";
import { balanceOfPerson, lines, now, owedTo, state, transfer } from "./books.ts";

// Past the portal's code, straight to the tables: the book holds its own rules.

const owner = randomUUID();
const key = `open:${owner}`;

beforeAll(async () => {
  const opened = await transfer(key, lines(state, balanceOfPerson(owner), 100n));
  const used = await transfer(`use:${owner}`, lines(balanceOfPerson(owner), owedTo("sanggar"), 1n));
  expect(opened.ok && used.ok).toBe(true);
});

async function idOf(kind: "training_balance" | "provider_payable" | "state_budget", of: string) {
  const row = await database().ledgerAccount.findUniqueOrThrow({
    where: { kind_owner: { kind, owner: of } },
    select: { id: true },
  });
  return row.id;
}

/** Writes a transfer with these entries, as somebody with the database at hand could. */
async function write(entries: readonly (readonly [accountId: string, amount: bigint])[], withKey = "") {
  const id = randomUUID();
  await database().$transaction([
    database().ledgerTransfer.create({
      data: { id, key: withKey || id, fingerprint: new Uint8Array(32), kind: "raw", occurredAt: now },
    }),
    ...entries.map(([accountId, amount], index) =>
      database().ledgerEntry.create({
        data: { transferId: id, line: index + 1, accountId, amount, occurredAt: now },
      }),
    ),
  ]);
}

test("an overdraft", async () => {
  const [person, provider] = [
    await idOf("training_balance", owner),
    await idOf("provider_payable", "sanggar"),
  ];
  await expect(
    write([
      [person, -100n],
      [provider, 100n],
    ]),
  ).rejects.toThrow("ledger_account_no_overdraft");
});

test("a transfer that does not sum to zero", async () => {
  const [person, budget] = [await idOf("training_balance", owner), await idOf("state_budget", "")];
  await expect(
    write([
      [budget, -5n],
      [person, 6n],
    ]),
  ).rejects.toThrow("entries that sum to");
});

test("a transfer of one side, or of none", async () => {
  await expect(write([[await idOf("training_balance", owner), 5n]])).rejects.toThrow("has 1 entries");
  await expect(write([])).rejects.toThrow("has 0 entries");
});

test("an entry of nothing", async () => {
  const [person, budget] = [await idOf("training_balance", owner), await idOf("state_budget", "")];
  await expect(
    write([
      [person, 0n],
      [budget, 0n],
    ]),
  ).rejects.toThrow("ledger_entry_amount");
});

test("an entry added to an old transfer", async () => {
  const { id } = await database().ledgerTransfer.findUniqueOrThrow({ where: { key } });
  const accountId = await idOf("training_balance", owner);
  await expect(
    database().ledgerEntry.create({
      data: { transferId: id, line: 3, accountId, amount: 5n, occurredAt: now },
    }),
  ).rejects.toThrow("entries that sum to");
});

test("a second transfer of one key", async () => {
  const [person, budget] = [await idOf("training_balance", owner), await idOf("state_budget", "")];
  await expect(
    write(
      [
        [budget, -5n],
        [person, 5n],
      ],
      key,
    ),
  ).rejects.toThrow("Unique constraint");
});

test.each(["ledger_transfer", "ledger_entry"])("a change, a removal or an emptying of %s", async (table) => {
  const column = table === "ledger_transfer" ? "kind = 'other'" : "amount = amount + 1";
  await expect(database().$executeRawUnsafe(`UPDATE ${table} SET ${column}`)).rejects.toThrow("only grows");
  await expect(database().$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow("only grows");
  await expect(database().$executeRawUnsafe(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("only grows");
});

test("a removal or an emptying of accounts", async () => {
  await expect(database().$executeRaw`DELETE FROM ledger_account`).rejects.toThrow("only grows");
  await expect(database().$executeRaw`TRUNCATE ledger_account CASCADE`).rejects.toThrow("only grows");
});

test("a balance that is written by hand", async () => {
  await expect(
    database().$executeRaw`UPDATE ledger_account SET balance = balance + 1000 WHERE owner = ${owner}`,
  ).rejects.toThrow("by entries only");
});

test("an account that begins with money, or is given to somebody else", async () => {
  const data = { id: randomUUID(), kind: "training_balance", owner: randomUUID(), createdAt: now } as const;
  await expect(
    database().ledgerAccount.create({ data: { ...data, keepsBalance: true, balance: 1_000n } }),
  ).rejects.toThrow("by entries only");
  await expect(
    database().$executeRaw`UPDATE ledger_account SET owner = ${randomUUID()} WHERE owner = ${owner}`,
  ).rejects.toThrow("by entries only");
});

test("a training balance that keeps no running balance, so that it could be overdrawn", async () => {
  const data = { id: randomUUID(), kind: "training_balance", owner: randomUUID(), createdAt: now } as const;
  await expect(database().ledgerAccount.create({ data: { ...data, keepsBalance: false } })).rejects.toThrow(
    "ledger_account_who_keeps",
  );
});

test("and after all of it the books are as they were", async () => {
  const account = await database().ledgerAccount.findUniqueOrThrow({
    where: { kind_owner: { kind: "training_balance", owner } },
    include: { entries: true },
  });
  expect(account.balance).toBe(99n);
  expect(account.entries.map(({ balanceAfter }) => balanceAfter).toSorted()).toEqual([100n, 99n]);
});
