import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideJudgement, oddPace, wrongAnswers } from "#features/selection-test/policy/patterns.ts";
import type { TimedAnswer } from "#features/selection-test/types/flags.ts";
import { addSeconds } from "#kernel/calendar.ts";

const start = new Date("2026-11-24T03:00:00Z");

/** An answer to one knowledge item whose right option is 2. */
const answer = (number: number, choice: number | null, seconds = 30): TimedAnswer => ({
  kind: "numeracy",
  itemId: `NUM-${String(number).padStart(3, "0")}.1`,
  answer: 2,
  choice,
  firstShownAt: start,
  answeredAt: choice === null ? null : addSeconds(start, seconds),
});
const statement: TimedAnswer = { ...answer(99, 4, 1), kind: "motivation", answer: null };
const many = (count: number, choice: number | null, seconds?: number) =>
  Array.from({ length: count }, (_, number) => answer(number, choice, seconds));

describe("the same wrong answers", () => {
  it.each([
    ["five wrong answers are enough", many(5, 1), 5],
    ["four are not", many(4, 1), null],
    ["right and open ones do not count", [...many(4, 1), answer(5, 2), answer(6, null)], null],
    ["motivation has no wrong answer", [...many(4, 1), statement], null],
  ])("%s", (_, answers, expected) => {
    expect(wrongAnswers(answers)?.count ?? null).toBe(expected);
  });

  it("are the same whatever the order of the questions and the right answers beside them", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(many(6, 1), { minLength: 6 }), (shuffled) => {
        expect(wrongAnswers([...shuffled, answer(50, 2), statement])).toEqual(wrongAnswers(many(6, 1)));
      }),
    );
  });

  it.each([
    ["another wrong option", [...many(5, 1), answer(5, 0)]],
    ["another item", [...many(5, 1), answer(77, 1)]],
    ["one more wrong answer", [...many(6, 1), answer(77, 1)]],
  ])("are others with %s", (_, answers) => {
    expect(wrongAnswers(answers)?.text).not.toBe(wrongAnswers(many(6, 1))?.text);
  });
});

describe("the pace of a test", () => {
  it.each([
    ["half a minute a question is nothing to look at", many(14, 2, 30), false],
    ["a median under four seconds is", many(14, 1, 3.9), true],
    ["a median of four seconds is not", many(14, 1, 4), false],
    ["too few answers say nothing", many(7, 2, 1), false],
    ["five right answers under three seconds in a good test are", [...many(9, 2, 30), ...quick(5)], true],
    ["four are luck", [...many(9, 2, 30), ...quick(4)], false],
    ["in a test that went badly they are guesses", [...many(9, 1, 30), ...quick(5)], false],
    ["statements of motivation may be quick", [...many(8, 2, 30), ...Array(20).fill(statement)], false],
    ["what was never shown cannot be measured", many(14, 2, 1).map(unseen), false],
  ])("%s", (_, answers, expected) => {
    expect(oddPace(answers) !== null).toBe(expected);
  });

  it("is told in numbers and without anything about the person", () => {
    expect(oddPace(many(10, 2, 2.04))).toEqual({
      kind: "too_fast",
      medianSeconds: 2,
      quickRight: 10,
      answered: 10,
      knowledge: 100,
    });
  });
});

function quick(count: number): TimedAnswer[] {
  return Array.from({ length: count }, (_, number) => answer(40 + number, 2, 2.9));
}

function unseen(given: TimedAnswer): TimedAnswer {
  return { ...given, firstShownAt: null };
}

describe("judging a flag", () => {
  it.each([
    ["is possible once", { verdict: null }, "yes"],
    ["is not possible again", { verdict: "fine" as const }, "test-flag-judged"],
    ["needs a flag", null, "test-flag-unknown"],
  ])("%s", (_, flag, expected) => {
    const decision = decideJudgement(flag);
    expect(decision.ok ? "yes" : decision.refusal.code).toBe(expected);
  });
});
