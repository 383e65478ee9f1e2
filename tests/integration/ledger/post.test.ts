import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { refuse } from "#kernel/result.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { post } from "#ledger/post.ts";
import type { AccountName } from "#ledger/types.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { balanceOfPerson, lines, now, owedTo, state, sumOfAll, transfer } from "./books.ts";

/** Somebody with this much to spend. */
async function someone(amount: bigint): Promise<string> {
  const owner = randomUUID();
  const opened = await transfer(`open:${owner}`, lines(state, balanceOfPerson(owner), amount));
  expect(opened.ok).toBe(true);
  return owner;
}

test("money leaves one account and arrives in another, and the accounts are opened on the way", async () => {
  const sari = await someone(1_000_000n);
  const provider = owedTo(randomUUID());
  await transfer(`buy:${sari}`, lines(balanceOfPerson(sari), provider, 250_000n));
  expect(await balanceOf(balanceOfPerson(sari))).toBe(750_000n);
  expect(await balanceOf(provider)).toBe(250_000n);
  expect(await sumOfAll()).toBe(0n);
});

test("an account that was never used holds nothing", async () => {
  expect(await balanceOf(balanceOfPerson(randomUUID()))).toBe(0n);
  expect(await movementsOf(balanceOfPerson(randomUUID()), { size: 5 })).toEqual([]);
});

test("the same key with the same lines, in whatever order, answers the first transfer", async () => {
  const sari = await someone(100n);
  const order = lines(balanceOfPerson(sari), owedTo("sanggar"), 60n);
  const first = await transfer(`once:${sari}`, order);
  expect(await transfer(`once:${sari}`, order)).toEqual(first);
  expect(await transfer(`once:${sari}`, order.toReversed())).toEqual(first);
  expect(await balanceOf(balanceOfPerson(sari))).toBe(40n);
});

test("the same key answers even when the balance would not suffice a second time", async () => {
  const sari = await someone(100n);
  const order = lines(balanceOfPerson(sari), owedTo("sanggar"), 100n);
  expect(await transfer(`all:${sari}`, order)).toEqual(await transfer(`all:${sari}`, order));
});

test("the same key with other lines, or for another kind of event, is refused", async () => {
  const sari = await someone(100n);
  const order = lines(balanceOfPerson(sari), owedTo("sanggar"), 10n);
  await transfer(`reuse:${sari}`, order);
  const refused = { ok: false, refusal: { code: "ledger-key-reused" } };
  expect(await transfer(`reuse:${sari}`, lines(balanceOfPerson(sari), owedTo("sanggar"), 11n))).toEqual(
    refused,
  );
  expect(await transfer(`reuse:${sari}`, order, "other")).toEqual(refused);
  expect(await balanceOf(balanceOfPerson(sari))).toBe(90n);
});

test("nobody spends more than they have, and nothing of the attempt stays", async () => {
  const sari = await someone(100n);
  const key = `dear:${sari}`;
  expect(await transfer(key, lines(balanceOfPerson(sari), owedTo("sanggar"), 101n))).toEqual({
    ok: false,
    refusal: { code: "ledger-insufficient" },
  });
  expect(await database().ledgerTransfer.findUnique({ where: { key } })).toBeNull();
  expect((await transfer(key, lines(balanceOfPerson(sari), owedTo("sanggar"), 100n))).ok).toBe(true);
});

test("a transfer of a command that is refused afterwards never happened", async () => {
  const sari = await someone(100n);
  await inOneTransaction(
    system,
    async (work) => {
      await post(work, {
        key: `undone:${sari}`,
        kind: "test",
        lines: lines(balanceOfPerson(sari), owedTo("sanggar"), 100n),
      });
      return refuse({ code: "changed-my-mind" });
    },
    { now },
  );
  expect(await balanceOf(balanceOfPerson(sari))).toBe(100n);
});

test("of ten that want the last rupiah at once, one gets it", async () => {
  const sari = await someone(1n);
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      transfer(`last:${sari}:${index}`, lines(balanceOfPerson(sari), owedTo("sanggar"), 1n)),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await balanceOf(balanceOfPerson(sari))).toBe(0n);
});

test("one key sent by six at once moves the money once, and all are told the same transfer", async () => {
  const sari = await someone(100n);
  const order = lines(balanceOfPerson(sari), owedTo("sanggar"), 30n);
  const results = await Promise.all(Array.from({ length: 6 }, () => transfer(`together:${sari}`, order)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(await balanceOf(balanceOfPerson(sari))).toBe(70n);
});

test("two accounts that pay each other at the same time never wait for each other for ever", async () => {
  const [sari, budi] = [await someone(1_000n), await someone(1_000n)];
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, index) => {
      const [from, to] = index % 2 ? [sari, budi] : [budi, sari];
      return transfer(`cross:${sari}:${index}`, lines(balanceOfPerson(from), balanceOfPerson(to), 7n));
    }),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await balanceOf(balanceOfPerson(sari))).toBe(1_000n);
});

test("movements come newest first, page by page, and two of one moment are told once each", async () => {
  const sari = await someone(100n);
  for (const index of [1n, 2n, 3n, 4n]) {
    await transfer(`page:${sari}:${index}`, lines(balanceOfPerson(sari), owedTo("sanggar"), index));
  }
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await movementsOf(balanceOfPerson(sari), { after, size: 2 });
    seen.push(...page.map(({ key }) => key));
    after = page.at(-1)?.transferId;
    if (page.length < 2) break;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

/** The same book, kept in memory in the simplest way. */
function modelOf(accounts: readonly AccountName[], people: readonly AccountName[]) {
  const held = new Map(accounts.map((account) => [account, 0n]));
  const contents = new Map<number, string>();
  const has = (account: AccountName) => held.get(account) ?? 0n;
  return {
    has,
    /** Moves the money, or says that it is not allowed. */
    move(key: number, from: AccountName, to: AccountName, amount: bigint): boolean {
      const content = `${JSON.stringify([from, to])}:${amount}`;
      const earlier = contents.get(key);
      if (earlier !== undefined) return earlier === content;
      if (people.includes(from) && has(from) < amount) return false;
      contents.set(key, content);
      held.set(from, has(from) - amount);
      held.set(to, has(to) + amount);
      return true;
    },
  };
}

test("whatever is tried in whatever order, no balance is negative and no money appears", async () => {
  const place = fc.integer({ min: 0, max: 4 });
  const step = fc
    .record({
      from: place,
      to: place,
      amount: fc.bigInt({ min: 1n, max: 1_500n }),
      key: fc.integer({ min: 0, max: 12 }),
    })
    .filter(({ from, to }) => from !== to);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const run = randomUUID();
      const people = [0, 1, 2].map((index) => balanceOfPerson(`${run}-${index}`));
      const accounts = [...people, owedTo(run), state];
      const model = modelOf(accounts, people);
      for (const { from, to, amount, key } of steps) {
        const source = accounts[from] ?? state;
        const target = accounts[to] ?? state;
        const result = await transfer(`${run}:${key}`, lines(source, target, amount));
        expect(result.ok).toBe(model.move(key, source, target, amount));
      }
      for (const person of people) {
        const balance = await balanceOf(person);
        expect(balance).toBe(model.has(person));
        expect(balance >= 0n).toBe(true);
        const moved = await movementsOf(person, { size: 50 });
        expect(moved.reduce((sum, { amount }) => sum + amount, 0n)).toBe(balance);
      }
      expect(await sumOfAll()).toBe(0n);
    }),
    { numRuns: 25, seed: Number(process.env.SEED) },
  );
});
