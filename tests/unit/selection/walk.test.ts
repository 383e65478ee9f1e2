import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEPT_WORDS, keysUnder } from "#features/selection/policy/keyed-hash.ts";
import { emptyLots, fillLots, orderLots } from "#features/selection/policy/lots.ts";
import { walkLots } from "#features/selection/policy/walk.ts";
import { drawOutcomes, type Places } from "#features/selection/types.ts";

const strata = [
  { provinceCode: "11", priority: 1 },
  { provinceCode: "", priority: 0 },
  { provinceCode: "11", priority: 0 },
  { provinceCode: "94", priority: 1 },
];
const priorities = strata.map(({ priority }) => priority);

type Line = {
  readonly key: Buffer;
  readonly stratum: number;
  readonly family: number;
  readonly taken: number;
};

const lines = fc
  .array(fc.record({ stratum: fc.nat(3), family: fc.nat(6), taken: fc.constant(0), lot: fc.nat(5) }), {
    maxLength: 60,
  })
  .chain((people) =>
    fc
      .uniqueArray(fc.uint8Array({ minLength: 16, maxLength: 16 }), {
        minLength: people.length,
        maxLength: people.length,
        selector: String,
      })
      .map((keys) =>
        people.map(({ lot, ...person }, index): Line => {
          const key = Buffer.from(keys[index] ?? []);
          // Equal beginnings are rare by nature and common here.
          key.fill(lot, 0, 5);
          key.writeUInt8(index, 15);
          return { ...person, key };
        }),
      ),
  );
const places: fc.Arbitrary<Places> = fc.record({
  quota: fc.integer({ min: 1, max: 70 }),
  perFamilyCard: fc.integer({ min: 1, max: 2 }),
  provinces: fc.option(fc.tuple(fc.nat(20), fc.nat(20)), { nil: null }).map(
    (parts) =>
      new Map(
        parts
          ? [
              ["11", parts[0]],
              ["94", parts[1]],
            ]
          : [],
      ),
  ),
  groups: fc.option(fc.nat(20), { nil: null }).map((part) => new Map(part === null ? [] : [[1, part]])),
});

function lotsOf(list: readonly Line[]) {
  const lots = emptyLots(list.length);
  for (const [stratum] of strata.entries()) {
    const block = Buffer.concat(
      list.flatMap((line, position) => {
        if (line.stratum !== stratum) return [];
        const numbers = Buffer.alloc(8);
        numbers.writeUInt16BE(position, 0);
        numbers.writeInt32BE(line.family, 2);
        numbers.writeInt16BE(line.taken, 6);
        return [numbers];
      }),
    );
    expect(fillLots(lots, 0, stratum, block)).toBe(block.length / 8);
  }
  list.forEach(({ key }, position) => {
    for (let word = 0; word < KEPT_WORDS; word += 1)
      lots.keys[position * KEPT_WORDS + word] = key.readUInt32BE(word * 4);
  });
  return lots;
}

function drawn(list: readonly Line[], bounds: Places) {
  const lots = lotsOf(list);
  const order = orderLots(lots, priorities);
  const walk = walkLots(lots, order, { strata, places: bounds });
  const people = [...order].map((position, index) => ({
    ...(list[position] as Line),
    outcome: drawOutcomes[walk.outcomes[index] ?? -1],
    stratumRank: walk.stratumRanks[index],
  }));
  return { order: [...order], people, selectedCount: walk.selectedCount, reached: walk.reached };
}

describe("the order of a draw", () => {
  it("is by priority group and then by key, however many keys begin alike", () => {
    fc.assert(
      fc.property(lines, (list) => {
        const expected = list
          .map((line, position) => ({ ...line, position }))
          .sort(
            (one, other) =>
              (priorities[one.stratum] ?? 0) - (priorities[other.stratum] ?? 0) ||
              Buffer.compare(one.key, other.key),
          )
          .map(({ position }) => position);
        expect([...orderLots(lotsOf(list), priorities)]).toEqual(expected);
      }),
    );
  });

  it("is not guessed when two keys are the same", () => {
    const twin = { key: Buffer.alloc(16, 7), stratum: 0, family: 0, taken: 0 };
    expect(() => orderLots(lotsOf([twin, twin]), priorities)).toThrow("same key");
  });

  it("has room for the lists that there can be, and says so when it has none", () => {
    expect(() => emptyLots(2 ** 26 + 1)).toThrow("longer than");
  });
});

describe("the walk", () => {
  it("never gives more places than there are, in all, in a province, in a group or in a family", () => {
    fc.assert(
      fc.property(lines, places, (list, bounds) => {
        const { people, selectedCount } = drawn(list, bounds);
        const selected = people.filter(({ outcome }) => outcome === "selected");
        expect(selectedCount).toBe(selected.length);
        expect(selected.length).toBeLessThanOrEqual(bounds.quota);
        for (const [code, limit] of bounds.provinces)
          expect(
            selected.filter(({ stratum }) => strata[stratum]?.provinceCode === code).length,
          ).toBeLessThanOrEqual(limit);
        if (bounds.provinces.size > 0) expect(selected.filter(({ stratum }) => stratum === 1)).toEqual([]);
        for (const [group, limit] of bounds.groups)
          expect(selected.filter(({ stratum }) => priorities[stratum] === group).length).toBeLessThanOrEqual(
            limit,
          );
        for (const card of [1, 2, 3, 4, 5, 6])
          expect(selected.filter(({ family }) => family === card).length).toBeLessThanOrEqual(
            bounds.perFamilyCard,
          );
      }),
    );
  });

  it("leaves no place free that the next in the order could have had", () => {
    fc.assert(
      fc.property(lines, places, (list, bounds) => {
        const { people } = drawn(list, { ...bounds, provinces: new Map(), groups: new Map() });
        const selected = people.filter(({ outcome }) => outcome === "selected").length;
        if (people.some(({ outcome }) => outcome === "quota_full")) expect(selected).toBe(bounds.quota);
      }),
    );
  });

  it("counts who has a family card before this wave", () => {
    const list = [0, 1, 2].map((taken) => ({
      key: Buffer.alloc(16, taken),
      stratum: 0,
      family: taken + 1,
      taken,
    }));
    const { people } = drawn(list, { quota: 9, perFamilyCard: 2, provinces: new Map(), groups: new Map() });
    expect(people.map(({ outcome }) => outcome)).toEqual(["selected", "selected", "family_card_full"]);
  });

  it("ranks everybody within their province and group, from 1", () => {
    fc.assert(
      fc.property(lines, places, (list, bounds) => {
        const { people } = drawn(list, bounds);
        for (const stratum of strata.keys()) {
          const ranks = people
            .filter((person) => person.stratum === stratum)
            .map(({ stratumRank }) => stratumRank);
          expect(ranks).toEqual(ranks.map((_, index) => index + 1));
        }
      }),
    );
  });

  it("is fair: of 200 people for 100 places, everyone is selected in about half of the draws", () => {
    const wins = new Uint32Array(200);
    for (let draw = 0; draw < 200; draw += 1) {
      const list = Array.from({ length: 200 }, (_, index) => ({
        key: createHmac("sha256", `seed ${draw}`).update(`leaf ${index}`).digest().subarray(0, 16),
        ...{ stratum: 0, family: 0, taken: 0 },
      }));
      const { order, people } = drawn(list, {
        quota: 100,
        perFamilyCard: 2,
        provinces: new Map(),
        groups: new Map(),
      });
      for (const [index, position] of order.entries())
        if (people[index]?.outcome === "selected") wins[position] = (wins[position] ?? 0) + 1;
    }
    // 200 draws at one half: 100 expected, standard deviation 7; five of them on either side.
    expect(Math.min(...wins)).toBeGreaterThan(64);
    expect(Math.max(...wins)).toBeLessThan(136);
  });
});

describe("what is told of the strata", () => {
  it("is how many were selected in each, and how far down the last of them stood", () => {
    fc.assert(
      fc.property(lines, places, (list, bounds) => {
        const { people, reached } = drawn(list, bounds);
        const expected = strata.map((_, number) => {
          const selected = people.filter(
            ({ stratum, outcome }) => stratum === number && outcome === "selected",
          );
          return { selected: selected.length, cutOff: selected.at(-1)?.stratumRank ?? 0 };
        });
        expect(reached).toEqual(expected);
      }),
    );
  });
});

describe("the key of a line", () => {
  it("is HMAC-SHA-256 of its leaf under the seed, as the library makes it", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 5 }),
        fc.nat(3),
        (seed, leaves, before) => {
          const keys = new Uint32Array((before + leaves.length) * KEPT_WORDS);
          // Leaves come as a part of a larger piece of memory.
          keysUnder(seed)(Buffer.concat([Buffer.of(1), ...leaves]).subarray(1), keys, before * KEPT_WORDS);
          const came = Buffer.alloc(keys.length * 4);
          keys.forEach((word, index) => {
            came.writeUInt32BE(word, index * 4);
          });
          const expected = leaves.map((leaf) =>
            createHmac("sha256", seed).update(leaf).digest().subarray(0, 16),
          );
          expect(came.subarray(before * 16).toString("hex")).toBe(Buffer.concat(expected).toString("hex"));
          expect(came.subarray(0, before * 16)).toEqual(Buffer.alloc(before * 16));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("asks for a seed that fits into a block", () => {
    expect(() => keysUnder(new Uint8Array(65))).toThrow("longer than a block");
  });
});
