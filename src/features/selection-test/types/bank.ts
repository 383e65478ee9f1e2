import type { AccountId } from "#kernel/identifiers.ts";
import type { TestItemKind } from "../types.ts";

export const itemKinds = ["numeracy", "ordering", "reading", "motivation"] as const;
export const itemStates = ["draft", "in_review", "approved", "retired"] as const;
export type ItemState = (typeof itemStates)[number];
export type ItemStep = "submitted" | "returned" | "approved" | "retired";

/** The beginning of the codes of a kind: NUM-029. */
export const codePrefix: Readonly<Record<TestItemKind, string>> = {
  numeracy: "NUM",
  ordering: "ORD",
  reading: "READ",
  motivation: "MOT",
};

/** The scale of every motivation statement, in order: what people are asked, in the language of the test. */
export const motivationScale = [
  "Sangat tidak setuju",
  "Tidak setuju",
  "Ragu-ragu",
  "Setuju",
  "Sangat setuju",
] as const;

/** Options of an item that has a right answer. */
export const OPTIONS = 4;

/** Days over which it is counted how often an item is shown. */
export const EXPOSURE_DAYS = 30;

/** What an item says. */
export type ItemContent = {
  readonly kind: TestItemKind;
  readonly stem: string;
  readonly passage: string | null;
  readonly options: readonly string[];
  /** Index of the right option; null for motivation. */
  readonly answer: number | null;
  readonly explanation: string | null;
  /** 1 easy, 2 fair, 3 hard: what the author expects. */
  readonly difficulty: number;
  readonly pairCode: string | null;
  readonly reversed: boolean;
  readonly image: string | null;
  readonly imageAlt: string | null;
  readonly family: string | null;
};

/** The content out of a row that holds more. */
export function contentOf(row: ItemContent): ItemContent {
  const { kind, stem, passage, options, answer, explanation } = row;
  const { difficulty, pairCode, reversed, image, imageAlt, family } = row;
  return {
    ...{ kind, stem, passage, options, answer, explanation },
    ...{ difficulty, pairCode, reversed, image, imageAlt, family },
  };
}

/** What an author writes: the content, under a code, with the most percent of tests that may show it. */
export type WrittenItem = {
  readonly code: string;
  readonly content: ItemContent;
  readonly exposureLimit: number | null;
};

/** One version as commands see it. */
export type ItemVersion = WrittenItem & {
  readonly id: string;
  readonly version: number;
  readonly state: ItemState;
  readonly authorId: AccountId | null;
};

export type NewPicture = { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** The address of a picture: the same for everybody, and the bytes behind it never change. */
export function pictureAddress(image: string): string {
  return `/gambar-soal/${image}`;
}

export type ListedItem = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly kind: TestItemKind;
  readonly stem: string;
  readonly state: ItemState;
  /** Drawn now; an approved item that is not rests. */
  readonly active: boolean;
  readonly difficulty: number;
  readonly hasPicture: boolean;
};

export type ItemFilter = { readonly kind?: TestItemKind; readonly state?: ItemState };

/** One version with what staff want to know of it. */
export type ViewedItem = ItemVersion & {
  readonly active: boolean;
  readonly author: string | null;
  readonly approver: string | null;
  readonly createdAt: Date;
  readonly versions: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: ItemState;
    readonly createdAt: Date;
  }[];
  readonly reviews: readonly {
    readonly id: string;
    readonly step: ItemStep;
    readonly by: string;
    readonly at: Date;
    readonly note: string | null;
  }[];
};

/** How often an item was shown in the last 30 days, beside all tests of these days. */
export type ItemExposure = { readonly shown: number; readonly attempts: number };

/** An approved item as the resting rule sees it. */
export type ExposedItem = {
  readonly id: string;
  readonly kind: TestItemKind;
  readonly difficulty: number;
  /** Items that look alike count as one; the code stands for an item of no family. */
  readonly family: string;
  readonly limit: number | null;
  readonly shown: number;
};

/** Nobody reads a question, works it out and answers it in less. */
export const QUICK_SECONDS = 3;

/** How an item was answered in some days. */
export type ItemDays = { readonly answers: number; readonly right: number; readonly quickRight: number };

/** Sums over the handed-in answers to one item. Rest scores are thousandths. */
export type ItemSums = {
  readonly answers: number;
  readonly omitted: number;
  readonly right: number;
  readonly restSum: number;
  readonly restSquares: number;
  readonly restOfRight: number;
  readonly choices: readonly {
    readonly choice: number;
    readonly answers: number;
    readonly restSum: number;
  }[];
  /** Steps of five seconds and how many answers took so long. */
  readonly times: readonly { readonly bucket: number; readonly answers: number }[];
  /** The last week in which the item was answered, and the quarter before it. */
  readonly lately: ItemDays;
  readonly earlier: ItemDays;
};

export const itemFlags = [
  "too-easy",
  "too-hard",
  "negative-discrimination",
  "unused-distractor",
  "better-distractor",
  "suspected-leak",
] as const;
export type ItemFlag = (typeof itemFlags)[number];

export type OptionFigures = {
  readonly choice: number;
  readonly isKey: boolean;
  readonly answers: number;
  /** Of all who were asked, 0 to 1. */
  readonly share: number;
  /** Mean share of right answers to the other items among those who chose it, 0 to 1; null when nobody did. */
  readonly meanRest: number | null;
};

/** What the answers say of an item. Shares are 0 to 1. */
export type ItemFigures = {
  readonly answers: number;
  /** Share of right answers; null for motivation and before the first answer. */
  readonly difficulty: number | null;
  /** -1 to 1; null where it cannot be told. */
  readonly discrimination: number | null;
  readonly omitted: number;
  readonly options: readonly OptionFigures[];
  readonly medianSeconds: number | null;
  readonly flags: readonly ItemFlag[];
};

export type MeasuredItem = {
  readonly id: string;
  readonly code: string;
  readonly kind: TestItemKind;
  readonly figures: ItemFigures;
};

/** The columns of a list of items, in the order of the template. */
export const itemColumns = [
  "code",
  "kind",
  "stem",
  "passage",
  "option1",
  "option2",
  "option3",
  "option4",
  "answer",
  "explanation",
  "difficulty",
  "pairCode",
  "reversed",
  "family",
  "exposureLimit",
  "image",
  "imageAlt",
] as const;
export type ItemColumn = (typeof itemColumns)[number];

/** Why a row was not taken: the column where it belongs to one, and the code of a sentence. */
export type RefusedItemRow = {
  readonly row: number;
  readonly column: ItemColumn | null;
  readonly code: string;
};

export type ItemImport = {
  readonly id: string;
  readonly fileName: string;
  readonly at: Date;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedItemRow[];
};
