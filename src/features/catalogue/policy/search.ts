import { lettersBetween } from "#kernel/edit-distance.ts";
import type { NearWord, WordStanding } from "../types/search.ts";

const MOST_WORDS = 8;

/** Words that stand in every course, or in none that says anything. */
const SAYS_NOTHING = new Set(
  "dan atau di ke dari yang untuk dengan pada the and or of for to in a an kursus pelatihan kelas belajar course training".split(
    " ",
  ),
);

/** The words that are searched for, in small letters without marks; those that say nothing only when nothing else is left. */
export function wordsOf(typed: string): readonly string[] {
  const all = typed
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = all.filter((word) => !SAYS_NOTHING.has(word));
  return [...new Set(telling.length > 0 ? telling : all)].slice(0, MOST_WORDS);
}

/** A word that is wrong by a letter, a long one by two, is taken for the right one; by more, it is only asked about. */
function isCertain(typed: string, near: NearWord): boolean {
  const letters = lettersBetween(typed, near.word);
  return letters <= (typed.length < 8 ? 1 : 2);
}

export type Correction = {
  /** The whole search with every unknown word replaced by its nearest. */
  readonly words: readonly string[];
  readonly isCertain: boolean;
};

/** What was probably meant; null when some word is like nothing that a course says, or when nothing is unknown. */
export function correctionOf(standings: readonly WordStanding[]): Correction | null {
  if (standings.every(({ isKnown }) => isKnown)) return null;
  const meant = standings.map(({ word, isKnown, near }) => {
    if (isKnown) return { word, certain: true };
    const [nearest] = near.toSorted((one, other) => distance(word, one) - distance(word, other));
    return nearest ? { word: nearest.word, certain: isCertain(word, nearest) } : null;
  });
  const words = meant.flatMap((found) => found?.word ?? []);
  if (words.length < standings.length) return null;
  return { words, isCertain: meant.every((found) => found?.certain === true) };
}

/** Fewer letters apart first; of as many, the one that shares more with it. */
function distance(typed: string, near: NearWord): number {
  return lettersBetween(typed, near.word) - near.likeness;
}
