import type { ItemFigures, ItemFlag, ItemSums, OptionFigures } from "../types/bank.ts";

/** Answers below which a figure is chance and no item is blamed. */
export const LEAST_ANSWERS = 50;
/** Shares and correlations beyond which an item should be looked at by a person. */
const TOO_EASY = 0.95;
const TOO_HARD = 0.25;
const UNUSED = 0.02;
/** A distractor is compared with the key when at least this share took it. */
const TAKEN = 0.05;
/** Seconds of one step of the times. */
const STEP = 5;

type Asked = { readonly options: number; readonly answer: number | null };

/** What the sums over the answers say of an item, and what a person should look at. */
export function figuresOf(sums: ItemSums, { options, answer }: Asked): ItemFigures {
  const shown = Array.from({ length: options }, (_, choice) => optionFigures(sums, choice, answer));
  const difficulty = answer === null || sums.answers === 0 ? null : sums.right / sums.answers;
  const discrimination = answer === null ? null : pointBiserial(sums);
  return {
    answers: sums.answers,
    difficulty,
    discrimination,
    omitted: sums.answers === 0 ? 0 : sums.omitted / sums.answers,
    options: shown,
    medianSeconds: median(sums.times),
    flags: sums.answers < LEAST_ANSWERS ? [] : flagsOf(difficulty, discrimination, shown),
  };
}

function optionFigures(sums: ItemSums, choice: number, answer: number | null): OptionFigures {
  const taken = sums.choices.find((option) => option.choice === choice);
  const answers = taken?.answers ?? 0;
  return {
    choice,
    isKey: choice === answer,
    answers,
    share: sums.answers === 0 ? 0 : answers / sums.answers,
    meanRest: taken && answers > 0 && answer !== null ? taken.restSum / answers / 1000 : null,
  };
}

/**
 * The corrected point-biserial correlation of an item: Pearson's r between x (1 for a right answer, 0 for a wrong or an
 * omitted one) and R, the share of right answers to the other knowledge items of the same attempt, so that the item is
 * not compared with itself:
 *
 *   r = (n Σ xR - Σx ΣR) / √((n Σx - (Σx)²) (n ΣR² - (ΣR)²))     as x² = x
 *
 * Null when all were right, all were wrong, or all R are alike: then there is nothing to tell apart.
 */
export function pointBiserial(sums: ItemSums): number | null {
  const { answers: n, right, restSum, restSquares, restOfRight } = sums;
  const spread = (n * right - right ** 2) * (n * restSquares - restSum ** 2);
  return spread > 0 ? (n * restOfRight - right * restSum) / Math.sqrt(spread) : null;
}

/** The middle of the step that holds the median, in seconds; null when no time is known. */
function median(times: ItemSums["times"]): number | null {
  const all = times.reduce((sum, { answers }) => sum + answers, 0);
  let seen = 0;
  for (const { bucket, answers } of times.toSorted((one, other) => one.bucket - other.bucket)) {
    seen += answers;
    if (seen * 2 >= all) return bucket * STEP + STEP / 2;
  }
  return null;
}

function flagsOf(
  difficulty: number | null,
  discrimination: number | null,
  options: readonly OptionFigures[],
): ItemFlag[] {
  if (difficulty === null) return [];
  const distractors = options.filter(({ isKey }) => !isKey);
  const ofKey = options.find(({ isKey }) => isKey)?.meanRest ?? null;
  const isBetter = distractors.some(
    ({ share, meanRest }) => share >= TAKEN && meanRest !== null && ofKey !== null && meanRest > ofKey,
  );
  const found: readonly (ItemFlag | false)[] = [
    difficulty > TOO_EASY && "too-easy",
    difficulty < TOO_HARD && "too-hard",
    discrimination !== null && discrimination < 0 && "negative-discrimination",
    distractors.some(({ share }) => share < UNUSED) && "unused-distractor",
    isBetter && "better-distractor",
  ];
  return found.filter((flag) => flag !== false);
}
