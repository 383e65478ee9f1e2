import { secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { TestRefusal } from "../refusals.ts";
import { QUICK_SECONDS } from "../types/bank.ts";
import type { FlagEvidence, TestFlagVerdict, TimedAnswer } from "../types/flags.ts";

/** With fewer wrong answers in common, chance explains it. */
export const LEAST_EQUAL_WRONG = 5;
/** Days around a hand-in in which the same wrong answers are looked for. */
export const DAYS_APART = 2;

/** Half of the questions answered faster than this were not read. */
export const LEAST_MEDIAN_SECONDS = 4;
/** So many right answers in that time, in a test that went well, is more than luck. */
const MOST_QUICK_RIGHT = 5;
const HIGH_PERCENT = 80;
/** With fewer answers a median says nothing. */
const LEAST_ANSWERED = 8;

/**
 * The wrong answers of an attempt as one text: equal for two attempts exactly when both gave the same wrong options to
 * the same items and no other wrong ones. Whole sets are compared, so that one look-up finds them, however many people
 * take the test. Null with too few wrong answers to mean anything.
 */
export function wrongAnswers(
  answers: readonly TimedAnswer[],
): { readonly text: string; readonly count: number } | null {
  const wrong = answers
    .filter(({ answer, choice }) => answer !== null && choice !== null && choice !== answer)
    .map(({ itemId, choice }) => `${itemId}=${choice}`)
    .toSorted();
  return wrong.length < LEAST_EQUAL_WRONG ? null : { text: wrong.join(" "), count: wrong.length };
}

/**
 * What is odd about the pace of an attempt: answers faster than reading. Measured from the first showing of a question
 * to its last answer, so that looking back and changing one's mind only makes it slower. Null when nothing is.
 */
export function oddPace(answers: readonly TimedAnswer[]): FlagEvidence | null {
  const known = answers.filter(({ answer }) => answer !== null);
  const timed = known.flatMap(({ answer, choice, firstShownAt, answeredAt }) =>
    choice === null || !firstShownAt || !answeredAt
      ? []
      : [{ isRight: choice === answer, seconds: secondsBetween(firstShownAt, answeredAt) }],
  );
  if (timed.length < LEAST_ANSWERED) return null;
  const medianSeconds = median(timed.map(({ seconds }) => seconds));
  const quickRight = timed.filter(({ isRight, seconds }) => isRight && seconds < QUICK_SECONDS).length;
  const right = known.filter(({ answer, choice }) => choice === answer).length;
  const knowledge = Math.round((100 * right) / known.length);
  const isOdd =
    medianSeconds < LEAST_MEDIAN_SECONDS || (knowledge >= HIGH_PERCENT && quickRight >= MOST_QUICK_RIGHT);
  return isOdd ? { kind: "too_fast", medianSeconds, quickRight, answered: timed.length, knowledge } : null;
}

/** To a tenth of a second. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? 0) : upper;
  return Math.round(5 * (lower + upper)) / 10;
}

/** A flag is judged once. */
export function decideJudgement(
  flag: { readonly verdict: TestFlagVerdict | null } | null,
): Result<null, TestRefusal> {
  if (!flag) return refuse({ code: "test-flag-unknown" });
  return flag.verdict === null ? ok(null) : refuse({ code: "test-flag-judged" });
}
