import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { accountKinds } from "#features/accounting/types.ts";
import type { PurchaseId } from "#features/purchase/types.ts";
import { payPurchase, returnPrice } from "#features/purchase/use-cases/move-price.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { allotByDefault, committedOf, releasePromise, reservePromises } from "#ledger/funds.ts";
import { post } from "#ledger/post.ts";
import type { AccountName, LedgerAccountKind } from "#ledger/types.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { insertWave } from "../../../prisma/seed/people.ts";

// Whatever the programme does with a wave's money, in whatever order: nothing goes below zero, and no rupiah appears.

const now = new Date("2026-11-24T03:00:00Z");
const BALANCE = 1_000n;
const INCENTIVE = 300n;
const PROMISE = BALANCE + 4n * INCENTIVE;
const PLACES = 2;
let waves = 1_000;
const nextNumber = () => {
  waves += 1;
  return waves;
};

/** What happens to whom; a purchase is one of three, an incentive one of four. */
const step = fc.record({
  who: fc.integer({ min: 0, max: PLACES - 1 }),
  which: fc.integer({ min: 0, max: 3 }),
  price: fc.bigInt({ min: 1n, max: 900n }),
  what: fc.constantFrom(
    "decree",
    "open",
    "buy",
    "cancel",
    "forfeit",
    "schedule",
    "pay",
    "call-off",
    "release",
  ),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** The same money kept in the simplest way. */
class Model {
  readonly held = new Map<LedgerAccountKind, bigint>();
  readonly done = new Map<string, bigint>();
  readonly balance = new Map<number, bigint>();

  move(from: LedgerAccountKind, to: LedgerAccountKind, amount: bigint): void {
    this.held.set(from, (this.held.get(from) ?? 0n) - amount);
    this.held.set(to, (this.held.get(to) ?? 0n) + amount);
  }
}

test("no sequence of promises, purchases, cancellations, forfeits and payments loses or makes money", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
      const run = new Run(await insertWave(nextNumber(), PLACES, now));
      await run.begin();
      for (const one of steps) await run.take(one);
      await run.check();
    }),
    { numRuns: 12, seed: Number(process.env.SEED) },
  );
}, 180_000);

class Run {
  readonly #waveId: string;
  readonly #model = new Model();
  readonly #people = Array.from({ length: PLACES }, () => randomUUID() as string as ParticipantId);
  readonly #shops = { providerSlug: `p-${randomUUID()}`, platformSlug: `d-${randomUUID()}` };
  readonly #purchases = new Map<string, { readonly id: PurchaseId; readonly price: bigint }>();

  constructor(waveId: string) {
    this.#waveId = waveId;
  }

  async begin(): Promise<void> {
    const amount = PROMISE * BigInt(PLACES);
    await this.#in((work) => allotByDefault(work, { waveId: this.#waveId, schemeCode: "A", amount }));
    this.#model.move("state_budget", "wave_allotment", amount);
  }

  async take({ what, who, which, price }: Step): Promise<void> {
    const { done } = this.#model;
    const mark = `${what}:${who}:${["buy", "cancel", "schedule", "pay", "call-off"].includes(what) ? which : 0}`;
    const isNew = !done.has(mark);
    const has = (name: string) => done.has(name);
    switch (what) {
      case "decree":
        return this.#decree(who, mark, isNew);
      case "open":
        if (has(`decree:${who}:0`))
          await this.#give(who, "training_balance", "training-balance", BALANCE, mark, isNew);
        return;
      case "schedule":
        if (has(`decree:${who}:0`) && !has(`release:${who}:0`))
          await this.#give(who, "incentive_payable", "incentive", INCENTIVE, mark, isNew);
        return;
      case "pay":
      case "call-off":
        return this.#settle(what, who, which, mark);
      case "buy":
        return this.#buy(who, which, price);
      case "cancel":
        return this.#cancel(who, which, mark);
      case "forfeit":
        return this.#forfeit(who, mark);
      case "release":
        return this.#release(who, mark);
    }
  }

  async #decree(who: number, mark: string, isNew: boolean): Promise<void> {
    const order = { waveId: this.#waveId, schemeCode: "A", amount: PROMISE };
    const reserved = await this.#in((work) => reservePromises(work, order, `${this.#waveId}:${who}`));
    expect(reserved.ok).toBe(true);
    if (!isNew) return;
    this.#model.done.set(mark, PROMISE);
    this.#model.move("wave_allotment", "wave_committed", PROMISE);
  }

  async #give(
    who: number,
    kind: "training_balance" | "incentive_payable",
    event: string,
    amount: bigint,
    mark: string,
    isNew: boolean,
  ): Promise<void> {
    expect(await this.#move(mark, event, committedOf(this.#waveId), this.#of(kind, who), amount)).toBe(true);
    if (!isNew) return;
    this.#model.done.set(mark, amount);
    this.#model.move("wave_committed", kind, amount);
    if (kind === "training_balance") this.#model.balance.set(who, amount);
  }

  /** A scheduled incentive is paid or called off, whichever comes first; both at once would overdraw it. */
  async #settle(what: "pay" | "call-off", who: number, which: number, mark: string): Promise<void> {
    const { done } = this.#model;
    const other = `${what === "pay" ? "call-off" : "pay"}:${who}:${which}`;
    if (!done.has(`schedule:${who}:${which}`) || done.has(other) || done.has(mark)) return;
    const to: AccountName =
      what === "pay" ? { kind: "paid_out", owner: "" } : { kind: "wave_allotment", owner: this.#waveId };
    const from = this.#of("incentive_payable", who);
    expect(await this.#move(mark, `incentive-${what}`, from, to, INCENTIVE)).toBe(true);
    done.set(mark, INCENTIVE);
    this.#model.move("incentive_payable", to.kind, INCENTIVE);
  }

  async #buy(who: number, which: number, price: bigint): Promise<void> {
    const key = `${who}:${which}`;
    if (this.#purchases.has(key)) return;
    const purchase = this.#priced(who, randomUUID() as string as PurchaseId, price);
    const paid = await this.#in(async (work) => ok(await payPurchase(work, purchase)));
    const left = this.#model.balance.get(who) ?? 0n;
    expect(paid).toEqual({ ok: true, value: left >= price });
    if (left < price) return;
    this.#purchases.set(key, purchase);
    this.#spend(who, price, 1n);
  }

  async #cancel(who: number, which: number, mark: string): Promise<void> {
    const purchase = this.#purchases.get(`${who}:${which}`);
    if (!purchase || this.#model.done.has(`forfeit:${who}:0`)) return;
    await this.#in(async (work) =>
      ok(await returnPrice(work, this.#priced(who, purchase.id, purchase.price))),
    );
    if (this.#model.done.has(mark)) return;
    this.#model.done.set(mark, purchase.price);
    this.#spend(who, purchase.price, -1n);
  }

  #spend(who: number, price: bigint, way: bigint): void {
    const commission = price / 10n;
    this.#model.move("training_balance", "provider_payable", (price - commission) * way);
    this.#model.move("training_balance", "platform_commission", commission * way);
    this.#model.balance.set(who, (this.#model.balance.get(who) ?? 0n) - price * way);
  }

  async #forfeit(who: number, mark: string): Promise<void> {
    const left = this.#model.balance.get(who) ?? 0n;
    if (left === 0n || this.#model.done.has(mark)) return;
    const to: AccountName = { kind: "forfeited", owner: "" };
    const from = this.#of("training_balance", who);
    // One rupiah more than there is never goes.
    expect(await this.#move(`${mark}:more`, "forfeit", from, to, left + 1n)).toBe(false);
    expect(await this.#move(mark, "forfeit", from, to, left)).toBe(true);
    this.#model.done.set(mark, left);
    this.#model.move("training_balance", "forfeited", left);
    this.#model.balance.set(who, 0n);
  }

  async #release(who: number, mark: string): Promise<void> {
    const { done } = this.#model;
    // A place becomes free after its balance was opened, and once.
    if (!done.has(`open:${who}:0`) || done.has(mark)) return;
    const taken = [0, 1, 2, 3].reduce(
      (sum, which) => sum + (done.get(`schedule:${who}:${which}`) ?? 0n),
      BALANCE,
    );
    const participantId = this.#person(who);
    const order = { waveId: this.#waveId, participantId, promise: PROMISE };
    expect((await this.#in((work) => releasePromise(work, order))).ok).toBe(true);
    done.set(mark, PROMISE - taken);
    this.#model.move("wave_committed", "wave_allotment", PROMISE - taken);
  }

  async check(): Promise<void> {
    const owners = [this.#waveId, ...this.#people, ...Object.values(this.#shops)];
    const accounts = await database().ledgerAccount.findMany({
      where: { owner: { in: owners } },
      include: { entries: { select: { amount: true } } },
    });
    for (const { kind, balance, keepsBalance, entries } of accounts) {
      const sum = entries.reduce((total, { amount }) => total + amount, 0n);
      if (keepsBalance) expect([kind, balance]).toEqual([kind, sum]);
      expect(sum >= 0n).toBe(true);
    }
    const rows = await database().$queryRaw<{ kind: LedgerAccountKind; amount: bigint }[]>`
      SELECT a.kind::text AS kind, sum(e.amount)::bigint AS amount
      FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id JOIN ledger_account a ON a.id = e.account_id
      WHERE t.wave_id = ${this.#waveId}::uuid GROUP BY 1`;
    const found = new Map(rows.map(({ kind, amount }) => [kind, amount]));
    for (const kind of accountKinds)
      expect([kind, found.get(kind) ?? 0n]).toEqual([kind, this.#model.held.get(kind) ?? 0n]);
    expect(rows.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
  }

  #person(who: number): ParticipantId {
    const person = this.#people[who];
    if (!person) throw new Error("nobody");
    return person;
  }

  #of(kind: "training_balance" | "incentive_payable", who: number): AccountName {
    return { kind, owner: this.#person(who) };
  }

  #priced(who: number, id: PurchaseId, price: bigint) {
    return { id, participantId: this.#person(who), ...this.#shops, price, commission: price / 10n };
  }

  async #move(
    key: string,
    kind: string,
    from: AccountName,
    to: AccountName,
    amount: bigint,
  ): Promise<boolean> {
    const lines = [
      { account: from, amount: -amount },
      { account: to, amount },
    ];
    const order = { key: `${this.#waveId}:${key}`, kind, waveId: this.#waveId, lines };
    return (await this.#in((work) => post(work, order))).ok;
  }

  #in<Value, Refusal>(run: (work: Work) => Promise<Result<Value, Refusal>>) {
    return inOneTransaction(system, run, { now });
  }
}
