import type { CourseMode, ListedCourse } from "../types.ts";

export const courseSorts = ["cocok", "judul", "termurah", "termahal", "tersingkat", "rating"] as const;
export type CourseSort = (typeof courseSorts)[number];

/** Ranges of hours that the filter offers. */
export const lengthRanges = { pendek: [1, 8], sedang: [9, 11], panjang: [12, 999] } as const;
export type LengthRange = keyof typeof lengthRanges;

/** What a person is looking for; everything may be left out. */
export type CourseSearch = {
  readonly words: string;
  readonly category: string | null;
  readonly platform: string | null;
  readonly provider: string | null;
  readonly mode: CourseMode | null;
  readonly length: LengthRange | null;
  /** Stars, at least. */
  readonly rating: number | null;
  /** Rupiah. */
  readonly priceAtMost: number | null;
  readonly sort: CourseSort | null;
  /** The slug of the last course on the page before. */
  readonly after: string | null;
};

/** How what is shown answers what was typed. */
export type SearchAnswer =
  | { readonly kind: "as-typed" }
  /** Nothing had the words as typed; these are the words that were surely meant. */
  | { readonly kind: "corrected"; readonly words: string }
  /** Nothing had all the words; these have some of them. */
  | { readonly kind: "some-words" };

export type FoundCourses = {
  readonly items: readonly ListedCourse[];
  readonly next: string | null;
  /** How many there are, counted to a bound; more are "more than that". */
  readonly count: number;
  readonly isCountBounded: boolean;
  readonly answer: SearchAnswer;
  /** "Did you mean ...?": words that would find something. */
  readonly suggestion: string | null;
};

export type NearWord = { readonly word: string; readonly likeness: number };

/** A typed word: whether some course says it, and which words of courses are like it. */
export type WordStanding = {
  readonly word: string;
  readonly isKnown: boolean;
  readonly near: readonly NearWord[];
};
