import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { KEPT_WORDS } from "#features/selection/policy/keyed-hash.ts";
import { emptyLots, orderLots } from "#features/selection/policy/lots.ts";
import { walkLots } from "#features/selection/policy/walk.ts";

const PEOPLE = 10;
const PLACES = 3;
const DRAWS = 100_000;
const strata = [{ provinceCode: "12", priority: 1 }];
const places = { quota: PLACES, perFamilyCard: 2, provinces: new Map(), groups: new Map() };
const leaves = Array.from({ length: PEOPLE }, (_, person) =>
  createHash("sha256").update(`leaf ${person}`).digest(),
);

/** How often each person is selected in many draws, each with a seed of its own. */
function countSelected(draws: number, keyOf: (seed: Buffer, person: number) => Buffer): number[] {
  const counts = Array.from({ length: PEOPLE }, () => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const seed = createHash("sha256").update(`seed ${draw}`).digest();
    const lots = emptyLots(PEOPLE);
    for (let person = 0; person < PEOPLE; person += 1) {
      const key = keyOf(seed, person);
      for (let word = 0; word < KEPT_WORDS; word += 1)
        lots.keys[person * KEPT_WORDS + word] = key.readUInt32BE(word * 4);
    }
    const order = orderLots(lots, [1]);
    const { outcomes } = walkLots(lots, order, { strata, places });
    order.forEach((person, rank) => {
      if (outcomes[rank] === 0) counts[person] = (counts[person] ?? 0) + 1;
    });
  }
  return counts;
}

/** Chi-square of drawing without putting back: each draw selects exactly `PLACES`, so that the counts spread less. */
function chiSquareOf(counts: readonly number[], draws: number): number {
  const share = PLACES / PEOPLE;
  const expected = draws * share;
  const plain = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (plain / (1 - share)) * ((PEOPLE - 1) / PEOPLE);
}

const byTheRule = (seed: Buffer, person: number) =>
  createHmac("sha256", seed)
    .update(leaves[person] ?? "")
    .digest();

describe("a hundred thousand draws", () => {
  it("select everybody equally often", () => {
    const counts = countSelected(DRAWS, byTheRule);
    expect(counts.reduce((sum, count) => sum + count)).toBe(DRAWS * PLACES);
    // 9 degrees of freedom: a fair draw stays below this 999 times in 1,000; the seeds are fixed.
    expect(chiSquareOf(counts, DRAWS)).toBeLessThan(27.88);
  });

  it("would show a person who is preferred a little", () => {
    const draws = 20_000;
    const counts = countSelected(draws, (seed, person) => {
      const key = byTheRule(seed, person);
      if (person === 0) key[0] = ((key[0] ?? 0) * 240) >> 8;
      return key;
    });
    expect(chiSquareOf(counts, draws)).toBeGreaterThan(27.88);
  });
});
