import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areAlike, drawTest, streamOf } from "#features/selection-test/policy/draw-test.ts";
import type { BankItem, TestItemKind } from "#features/selection-test/types.ts";

const blueprint = { numeracy: 7, ordering: 4, reading: 3, motivation: 4 };

/** Items of a kind: every second one looks like the one before it, every fourth shares its text with the one before. */
function itemsOf(kind: TestItemKind, count: number): BankItem[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `${kind}-${String(index).padStart(3, "0")}`;
    const opposite = `${kind}-${String(index ^ 1).padStart(3, "0")}`;
    const isStatement = kind === "motivation";
    return {
      id: `${code}.1`,
      code,
      kind,
      options: isStatement ? 5 : 4,
      pairCode: isStatement ? opposite : null,
      family: isStatement || index % 3 > 0 ? `${kind} family ${index >> 1}` : null,
      passage: kind === "reading" ? `text ${index >> 2}` : null,
      image: kind === "numeracy" && index % 5 === 0 ? `picture ${index % 3}` : null,
    };
  });
}

const bank = [
  ...itemsOf("numeracy", 40),
  ...itemsOf("ordering", 20),
  ...itemsOf("reading", 24),
  ...itemsOf("motivation", 20),
];
const byId = new Map(bank.map((item) => [item.id, item]));
const chanceOf = (seed: string) => streamOf((text) => createHmac("sha256", seed).update(text).digest());
const draw = (seed: string, seat = 0, items: readonly BankItem[] = bank) =>
  drawTest(chanceOf(seed), { bank: items, blueprint, seat });
const itemsIn = (test: ReturnType<typeof draw>) => test.flatMap(({ itemId }) => byId.get(itemId) ?? []);
const anySeed = fc.string({ minLength: 1 });
const anySeat = fc.nat(1_000_000);

describe("a person's test", () => {
  it("has 7 numeracy, 4 ordering, 3 reading and 4 motivation items, each kind in one piece", () => {
    fc.assert(
      fc.property(anySeed, anySeat, (seed, seat) => {
        const kinds = itemsIn(draw(seed, seat)).map(({ kind }) => kind);
        const pieces = kinds.filter((kind, index) => kind !== kinds[index - 1]);
        expect(pieces.toSorted()).toEqual(["motivation", "numeracy", "ordering", "reading"]);
        const count = (kind: TestItemKind) => kinds.filter((each) => each === kind).length;
        expect([count("numeracy"), count("ordering"), count("reading"), count("motivation")]).toEqual([
          7, 4, 3, 4,
        ]);
      }),
    );
  });

  it("has one knowledge item of a family of look-alikes", () => {
    fc.assert(
      fc.property(anySeed, anySeat, (seed, seat) => {
        const families = itemsIn(draw(seed, seat)).flatMap(({ kind, family, code }) =>
          kind === "motivation" ? [] : (family ?? code),
        );
        expect(new Set(families).size).toBe(families.length);
      }),
    );
  });

  it("never has two next to each other that are alike: family, opposite pair, text or picture", () => {
    fc.assert(
      fc.property(anySeed, anySeat, (seed, seat) => {
        const items = itemsIn(draw(seed, seat));
        for (const [index, item] of items.entries()) {
          const before = items[index - 1];
          if (before) expect(areAlike(before, item), `${before.code} before ${item.code}`).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("is made of look-alikes rather than not at all when the families are used up", () => {
    const one = bank.map((item) => (item.kind === "ordering" ? { ...item, family: "the only one" } : item));
    expect(draw("seed", 0, one)).toHaveLength(18);
  });

  it("asks no item twice", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const ids = draw(seed).map(({ itemId }) => itemId);
        expect(new Set(ids).size).toBe(18);
      }),
    );
  });

  it("has whole opposite pairs of motivation statements", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const statements = draw(seed).flatMap(({ itemId }) => {
          const item = byId.get(itemId);
          return item?.kind === "motivation" ? [item] : [];
        });
        const codes = statements.map(({ code }) => code);
        for (const { pairCode } of statements) expect(codes).toContain(pairCode);
      }),
    );
  });

  it("shuffles the options of knowledge items and keeps the scale of motivation", () => {
    const questions = Array.from({ length: 20 }, (_, seed) => draw(`seed ${seed}`)).flat();
    const isStatement = (itemId: string) => byId.get(itemId)?.kind === "motivation";
    for (const { itemId, optionOrder } of questions) {
      if (isStatement(itemId)) expect(optionOrder).toEqual([0, 1, 2, 3, 4]);
      else expect([...optionOrder].sort()).toEqual([0, 1, 2, 3]);
    }
    const orders = questions
      .filter(({ itemId }) => !isStatement(itemId))
      .map(({ optionOrder }) => optionOrder.join());
    expect(new Set(orders).size).toBeGreaterThan(10);
  });

  it("is the same again for the same seed, whatever the order of the bank", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.shuffledSubarray(bank, { minLength: bank.length }),
        (seed, shuffled) => {
          expect(draw(seed, 3, shuffled)).toEqual(draw(seed, 3));
        },
      ),
    );
  });

  it("differs from person to person", () => {
    const tests = Array.from({ length: 50 }, (_, seed) => JSON.stringify(draw(`person ${seed}`)));
    expect(new Set(tests).size).toBe(50);
  });

  it("is not made of a bank that is too small", () => {
    expect(() =>
      draw(
        "seed",
        0,
        bank.filter(({ kind }) => kind !== "reading"),
      ),
    ).toThrow("reading");
  });
});

describe("two people who sit down together", () => {
  const SEEDS = 1_000;
  const tests = Array.from({ length: SEEDS }, (_, seat) => draw(`seat ${seat}`, seat));
  const sharedPlaces = (apart: number) =>
    tests
      .slice(apart)
      .map((test, index) => test.filter(({ itemId }, at) => itemId === tests[index]?.[at]?.itemId).length);

  it("and start one after the other never have the same question at the same number", () => {
    expect(Math.max(...sharedPlaces(1))).toBe(0);
  });

  it("and start with somebody in between rarely do, and never begin alike more often than chance lets them", () => {
    const shared = sharedPlaces(2);
    expect(Math.max(...shared)).toBeLessThan(9);
    expect(shared.reduce((sum, count) => sum + count, 0) / shared.length).toBeLessThan(1);
    const sameStart = tests.slice(2).filter((test, index) => test[0]?.itemId === tests[index]?.[0]?.itemId);
    expect(sameStart.length / SEEDS).toBeLessThan(0.1);
  });

  it("never have the whole test in the same order", () => {
    const orders = tests.map((test) => test.map(({ itemId }) => itemId).join());
    expect(new Set(orders).size).toBe(SEEDS);
  });
});
