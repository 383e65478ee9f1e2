import { describe, expect, it } from "vitest";
import { judgeTest, scoreTest } from "#features/selection-test/policy/score-test.ts";
import type { AnswerToScore, TestItemKind } from "#features/selection-test/types.ts";

const knowledge = (kind: TestItemKind, choice: number | null): AnswerToScore => ({
  kind,
  code: `${kind}-${choice}`,
  pairCode: null,
  reversed: false,
  options: 4,
  answer: 2,
  choice,
});

const pair = (name: string, straight: number | null, reversed: number | null): AnswerToScore[] => {
  const statement = { kind: "motivation" as const, options: 5, answer: null };
  return [
    { ...statement, code: `${name}+`, pairCode: `${name}-`, reversed: false, choice: straight },
    { ...statement, code: `${name}-`, pairCode: `${name}+`, reversed: true, choice: reversed },
  ];
};

const right = (kind: TestItemKind, count: number) => Array.from({ length: count }, () => knowledge(kind, 2));
const wrong = (kind: TestItemKind, count: number) => Array.from({ length: count }, () => knowledge(kind, 1));

describe("the score of a test", () => {
  it("is the percentage of right answers, by kind and in all", () => {
    const score = scoreTest([
      ...right("numeracy", 6),
      ...wrong("numeracy", 1),
      ...right("ordering", 3),
      ...wrong("ordering", 1),
      ...right("reading", 3),
      ...pair("a", 4, 0),
    ]);
    expect(score).toEqual({
      numeracy: 86,
      ordering: 75,
      reading: 100,
      knowledge: 86,
      motivation: 100,
      complete: true,
    });
  });

  it("counts an open question as a wrong one", () => {
    expect(scoreTest([knowledge("reading", null), knowledge("reading", 2)]).reading).toBe(50);
  });

  it.each([
    ["agrees with one and disagrees as much with its opposite", 4, 0, 100],
    ["is undecided about both", 2, 2, 100],
    ["agrees with both", 4, 4, 0],
    ["leans a little the same way", 3, 3, 50],
  ])("finds a person who %s consistent to %i%%", (_, straight, reversed, expected) => {
    expect(scoreTest(pair("a", straight, reversed)).motivation).toBe(expected);
  });

  it("says nothing of consistency when no pair was answered", () => {
    expect(scoreTest(pair("a", 4, null))).toMatchObject({ motivation: null, complete: false });
  });
});

describe("passing the test", () => {
  const answers = (rightOnes: number, last: number | null = 0) => [
    ...right("numeracy", rightOnes),
    ...wrong("numeracy", 10 - rightOnes),
    ...pair("a", 4, last),
  ];

  it.each([
    ["reaches the gate exactly", answers(4), true],
    ["stays below the gate", answers(3), false],
    ["leaves a motivation statement open", answers(10, null), false],
    ["contradicts themselves in motivation", answers(10, 4), true],
  ])("for a person who %s", (_, given, passed) => {
    expect(judgeTest(given, 40).passed).toBe(passed);
  });
});
