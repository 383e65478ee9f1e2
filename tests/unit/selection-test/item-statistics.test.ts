import { describe, expect, it } from "vitest";
import { figuresOf, looksLeaked, pointBiserial } from "#features/selection-test/policy/item-statistics.ts";
import type { ItemSums } from "#features/selection-test/types/bank.ts";

const KEY = 1;
/** One person: what was chosen here, and how many thousandths were right elsewhere. */
type Taker = readonly [choice: number | null, rest: number];

function sumsOf(takers: readonly Taker[], seconds: readonly number[] = []): ItemSums {
  const sum = (of: (taker: Taker) => number) => takers.reduce((total, taker) => total + of(taker), 0);
  const isRight = ([choice]: Taker) => (choice === KEY ? 1 : 0);
  return {
    answers: takers.length,
    omitted: takers.filter(([choice]) => choice === null).length,
    right: sum(isRight),
    restSum: sum(([, rest]) => rest),
    restSquares: sum(([, rest]) => rest * rest),
    restOfRight: sum((taker) => isRight(taker) * taker[1]),
    choices: [0, 1, 2, 3].flatMap((choice) => {
      const of = takers.filter((taker) => taker[0] === choice);
      const restSum = of.reduce((total, [, rest]) => total + rest, 0);
      return of.length > 0 ? [{ choice, answers: of.length, restSum }] : [];
    }),
    times: seconds.map((second) => ({ bucket: Math.floor(second / 5), answers: 1 })),
    lately: { answers: 0, right: 0, quickRight: 0 },
    earlier: { answers: 0, right: 0, quickRight: 0 },
  };
}

const many = (count: number, taker: Taker): Taker[] => Array.from({ length: count }, () => taker);
const asked = { options: 4, answer: KEY };

describe("the corrected point-biserial correlation", () => {
  it("is Pearson's r between right here and right elsewhere", () => {
    // x = 1, 1, 0, 0 and R = 900, 700, 500, 300: r = 200 / sqrt(0.25 * 50000) / 2 = 0.894
    const sums = sumsOf([
      [KEY, 900],
      [KEY, 700],
      [0, 500],
      [2, 300],
    ]);
    expect(pointBiserial(sums)).toBeCloseTo(0.8944, 4);
  });

  it("is one when exactly the strong are right, and minus one when exactly they are wrong", () => {
    expect(pointBiserial(sumsOf([...many(5, [KEY, 800]), ...many(5, [0, 200])]))).toBeCloseTo(1, 10);
    expect(pointBiserial(sumsOf([...many(5, [KEY, 200]), ...many(5, [0, 800])]))).toBeCloseTo(-1, 10);
  });

  it.each<[string, readonly Taker[]]>([
    ["nobody was asked", []],
    ["everybody was right", many(9, [KEY, 500])],
    ["everybody was wrong", many(9, [0, 500])],
    ["all are equally strong elsewhere", [...many(5, [KEY, 500]), ...many(5, [0, 500])]],
  ])("cannot be told when %s", (_what, takers) => {
    expect(pointBiserial(sumsOf(takers))).toBeNull();
  });

  it("counts what was left open as not right", () => {
    const open = sumsOf([...many(5, [KEY, 800]), ...many(5, [null, 200])]);
    expect(pointBiserial(open)).toBeCloseTo(1, 10);
    expect(figuresOf(open, asked)).toMatchObject({ difficulty: 0.5, omitted: 0.5 });
  });
});

describe("the figures of an item", () => {
  const sound = [
    ...many(60, [KEY, 800]),
    ...many(20, [0, 500]),
    ...many(12, [2, 400]),
    ...many(8, [3, 300]),
  ] as const;

  it("say how many chose what, and how strong they are elsewhere", () => {
    const { options } = figuresOf(sumsOf(sound), asked);
    expect(options).toEqual([
      { choice: 0, isKey: false, answers: 20, share: 0.2, meanRest: 0.5 },
      { choice: 1, isKey: true, answers: 60, share: 0.6, meanRest: 0.8 },
      { choice: 2, isKey: false, answers: 12, share: 0.12, meanRest: 0.4 },
      { choice: 3, isKey: false, answers: 8, share: 0.08, meanRest: 0.3 },
    ]);
  });

  it("raise no sign for a sound item", () => {
    expect(figuresOf(sumsOf(sound), asked).flags).toEqual([]);
  });

  it.each<[string, readonly Taker[], readonly string[]]>([
    [
      "nearly everybody is right",
      [...many(97, [KEY, 700]), [0, 100], [2, 100], [3, 100]],
      ["too-easy", "unused-distractor"],
    ],
    [
      "hardly anybody is right",
      [...many(20, [KEY, 800]), ...many(30, [0, 500]), ...many(30, [2, 400]), ...many(20, [3, 300])],
      ["too-hard"],
    ],
    [
      "the strong are wrong",
      [...many(50, [KEY, 300]), ...many(20, [0, 290]), ...many(20, [2, 900]), ...many(10, [3, 200])],
      ["negative-discrimination", "better-distractor"],
    ],
    [
      "one distractor is taken by nobody",
      [...many(60, [KEY, 800]), ...many(20, [0, 500]), ...many(20, [2, 400])],
      ["unused-distractor"],
    ],
    [
      "the strongest of all chose a distractor",
      [...many(60, [KEY, 800]), ...many(6, [0, 950]), ...many(20, [2, 200]), ...many(14, [3, 200])],
      ["better-distractor"],
    ],
  ])("are signs when %s", (_what, takers, flags) => {
    expect(figuresOf(sumsOf(takers), asked).flags).toEqual(flags);
  });

  it("blame nobody before fifty answers", () => {
    expect(figuresOf(sumsOf(many(49, [0, 900])), asked).flags).toEqual([]);
    expect(figuresOf(sumsOf(many(50, [0, 900])), asked).flags).not.toEqual([]);
  });

  it("tell no key of a statement", () => {
    const figures = figuresOf(sumsOf(sound), { options: 5, answer: null });
    expect(figures).toMatchObject({ difficulty: null, discrimination: null, flags: [] });
    expect(figures.options.every(({ meanRest, isKey }) => meanRest === null && !isKey)).toBe(true);
  });

  it.each([
    [[], null],
    [[12], 12.5],
    [[3, 12, 61], 12.5],
    [[3, 12, 61, 300], 12.5],
  ])("take %j seconds in the middle as %s", (seconds, median) => {
    expect(figuresOf(sumsOf(sound, seconds), asked).medianSeconds).toBe(median);
  });
});

describe("an item that looks known in advance", () => {
  const days = (answers: number, right: number, quickRight = 0) => ({ answers, right, quickRight });
  const steady = days(1_000, 550, 20);

  it.each([
    ["many more are right than before", days(200, 160, 4), steady, true],
    ["as many are right, but faster than it can be read", days(200, 112, 60), steady, true],
    ["as many are right as before", days(200, 112, 4), steady, false],
    ["the rise is small, however sure it is", days(20_000, 13_800, 400), days(100_000, 55_000, 2_000), false],
    ["fewer are right than before", days(200, 60, 4), steady, false],
    ["the last week saw too few people", days(99, 95, 90), steady, false],
    ["nothing to compare with", days(200, 190, 150), days(199, 80, 4), false],
    ["everybody was right in both", days(200, 200, 0), days(1_000, 1_000, 0), false],
  ])("%s", (_what, lately, earlier, isFlagged) => {
    expect(looksLeaked({ lately, earlier })).toBe(isFlagged);
  });

  it("is flagged beside its figures, and a motivation statement never is", () => {
    const sums = { ...sumsOf(many(60, [KEY, 500])), lately: days(200, 160), earlier: steady };
    expect(figuresOf(sums, asked).flags).toContain("suspected-leak");
    expect(figuresOf(sums, { options: 4, answer: null }).flags).toEqual([]);
  });
});
