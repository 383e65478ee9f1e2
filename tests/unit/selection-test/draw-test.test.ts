import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawTest, streamOf } from "#features/selection-test/policy/draw-test.ts";
import type { BankItem, TestItemKind } from "#features/selection-test/types.ts";

const blueprint = { numeracy: 7, ordering: 4, reading: 3, motivation: 4 };

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
    };
  });
}

const bank = [
  ...itemsOf("numeracy", 20),
  ...itemsOf("ordering", 10),
  ...itemsOf("reading", 9),
  ...itemsOf("motivation", 10),
];
const byId = new Map(bank.map((item) => [item.id, item]));
const chanceOf = (seed: string) => streamOf((text) => createHmac("sha256", seed).update(text).digest());
const draw = (seed: string, items: readonly BankItem[] = bank) => drawTest(chanceOf(seed), items, blueprint);

describe("a person's test", () => {
  it("has 7 numeracy, 4 ordering, 3 reading and 4 motivation items, kind by kind", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const kinds = draw(seed).map(({ itemId }) => byId.get(itemId)?.kind);
        expect(kinds).toEqual([
          ...Array(7).fill("numeracy"),
          ...Array(4).fill("ordering"),
          ...Array(3).fill("reading"),
          ...Array(4).fill("motivation"),
        ]);
      }),
    );
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
          expect(draw(seed, shuffled)).toEqual(draw(seed));
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
        bank.filter(({ kind }) => kind !== "reading"),
      ),
    ).toThrow("reading");
  });
});
