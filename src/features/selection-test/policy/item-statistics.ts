import type { ItemDays, ItemFigures, ItemFlag, ItemSums, OptionFigures } from "../types/bank.ts";

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

/** Answers of the last week and of the quarter before it, below which a rise is chance. */
const LEAST_LATELY = 100;
const LEAST_EARLIER = 200;
/** A rise of the share by so much, and by so many standard errors, is more than a change of who took the test. */
const RISE = 0.15;
const ERRORS = 4.5;

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
    flags: [
      ...(sums.answers < LEAST_ANSWERS ? [] : flagsOf(difficulty, discrimination, shown)),
      ...(answer !== null && looksLeaked(sums) ? (["suspected-leak"] as const) : []),
    ],
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

/**
 * Whether an item looks known: in the last week many more were right than in the quarter before, or right faster than
 * it can be read, by the test of two proportions. Only a person can say why.
 */
export function looksLeaked({ lately, earlier }: Pick<ItemSums, "lately" | "earlier">): boolean {
  if (lately.answers < LEAST_LATELY || earlier.answers < LEAST_EARLIER) return false;
  return hasRisen(lately, earlier, "right") || hasRisen(lately, earlier, "quickRight");
}

function hasRisen(lately: ItemDays, earlier: ItemDays, of: "right" | "quickRight"): boolean {
  const rise = lately[of] / lately.answers - earlier[of] / earlier.answers;
  const share = (lately[of] + earlier[of]) / (lately.answers + earlier.answers);
  const error = Math.sqrt(share * (1 - share) * (1 / lately.answers + 1 / earlier.answers));
  return rise >= RISE && rise >= ERRORS * error;
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
