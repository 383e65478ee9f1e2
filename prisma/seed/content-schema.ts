/**
 * Shape of the seed's bank of test items. The seed parses the file with this schema, so a mistake in the content
 * stops it with the place of the mistake.
 */
import { z } from "zod";

const text = z.string().trim().min(1);

/** Scale of every motivation statement, in order. */
export const MOTIVATION_SCALE = [
  "Sangat tidak setuju",
  "Tidak setuju",
  "Ragu-ragu",
  "Setuju",
  "Sangat setuju",
] as const;

/** Choices of an item that has a right answer. */
export const CHOICES_PER_ITEM = 4;

/** Letters of a question, of one choice and of what is told of a picture: more is hard to take in on a small screen. */
export const LONGEST = { stem: 400, option: 120, imageAlt: 300 } as const;

/** Length of a reading passage, in words. */
export const PASSAGE_WORDS = { min: 40, max: 80 } as const;

/** Items of each kind that one test draws; the bank must hold at least as many. */
export const ITEMS_PER_TEST = {
  numeracy: 7,
  ordering: 4,
  reading: 3,
  motivation: 4,
} as const;

const wordCount = (value: string): number => value.trim().split(/\s+/).length;

const stem = text.max(LONGEST.stem);

/** Items of one family are look-alikes: the same pattern with other numbers, or questions about one passage. */
const family = z
  .string()
  .max(20)
  .regex(/^[a-z]+(-[a-z]+)*$/);

const choices = z
  .array(text.max(LONGEST.option))
  .length(CHOICES_PER_ITEM)
  .refine((options) => new Set(options).size === options.length, {
    error: "options must differ from each other",
  });

const rightAnswer = z
  .int()
  .min(0)
  .max(CHOICES_PER_ITEM - 1);

/** `image` names a file of the folder test-images; `imageAlt` tells as much as the picture does, without the answer. */
const knowledgeItem = {
  stem,
  family,
  image: z
    .string()
    .regex(/^(NUM|ORD|READ)-\d{3}\.svg$/)
    .optional(),
  imageAlt: text.max(LONGEST.imageAlt).optional(),
  options: choices,
  answer: rightAnswer,
  explain: text,
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  pair: z.null(),
  reversed: z.literal(false),
};

const numeracyItem = z.strictObject({
  ...knowledgeItem,
  code: z.string().regex(/^NUM-\d{3}$/),
  kind: z.literal("numeracy"),
  passage: z.null(),
});

const orderingItem = z.strictObject({
  ...knowledgeItem,
  code: z.string().regex(/^ORD-\d{3}$/),
  kind: z.literal("ordering"),
  passage: z.null(),
});

const readingItem = z.strictObject({
  ...knowledgeItem,
  code: z.string().regex(/^READ-\d{3}$/),
  kind: z.literal("reading"),
  passage: text.refine(
    (passage) => {
      const words = wordCount(passage);
      return words >= PASSAGE_WORDS.min && words <= PASSAGE_WORDS.max;
    },
    { error: `a passage has ${PASSAGE_WORDS.min} to ${PASSAGE_WORDS.max} words` },
  ),
});

const motivationCode = z.string().regex(/^MOT-\d{3}$/);

/**
 * A statement; `pair` names the statement that says the opposite, `reversed` marks the negative one of the two. A pair
 * is a family of its own.
 */
const motivationItem = z.strictObject({
  code: motivationCode,
  kind: z.literal("motivation"),
  stem,
  family,
  passage: z.null(),
  options: z
    .array(text)
    .refine(
      (options) =>
        options.length === MOTIVATION_SCALE.length &&
        MOTIVATION_SCALE.every((label, index) => options[index] === label),
      { error: "options must be the five-point scale, in order" },
    ),
  answer: z.null(),
  explain: z.null(),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  pair: motivationCode.nullable(),
  reversed: z.boolean(),
});

export const testItemSchema = z
  .discriminatedUnion("kind", [numeracyItem, orderingItem, readingItem, motivationItem])
  .refine(
    (item) => item.kind === "motivation" || (item.image === undefined) === (item.imageAlt === undefined),
    { path: ["imageAlt"], error: "a picture and what it shows come together" },
  );

export type TestItem = z.infer<typeof testItemSchema>;
export type TestItemKind = TestItem["kind"];

/** Indexes of the entries whose key already appeared earlier in the list. */
const repeated = (keys: readonly string[]): number[] => {
  const seen = new Set<string>();
  const found: number[] = [];
  keys.forEach((key, index) => {
    if (seen.has(key)) found.push(index);
    seen.add(key);
  });
  return found;
};

export const testItemsSchema = z.array(testItemSchema).superRefine((items, ctx) => {
  for (const index of repeated(items.map((item) => item.code))) {
    ctx.addIssue({
      code: "custom",
      path: [index, "code"],
      message: `code ${items[index]?.code} is used more than once`,
    });
  }

  for (const index of repeated(items.map((item) => `${item.passage ?? ""}\n${item.stem}`))) {
    ctx.addIssue({
      code: "custom",
      path: [index, "stem"],
      message: "the same question appears more than once",
    });
  }

  const byCode = new Map(items.map((item) => [item.code, item]));
  items.forEach((item, index) => {
    if (item.pair === null) return;
    const other = byCode.get(item.pair);
    if (other === undefined || other.code === item.code || other.pair !== item.code) {
      ctx.addIssue({
        code: "custom",
        path: [index, "pair"],
        message: `${item.code} and ${item.pair} must name each other`,
      });
    } else if (other.reversed === item.reversed) {
      ctx.addIssue({
        code: "custom",
        path: [index, "reversed"],
        message: `exactly one of ${item.code} and ${other.code} must be reversed`,
      });
    }
  });

  for (const [kind, needed] of Object.entries(ITEMS_PER_TEST)) {
    const held = items.filter((item) => item.kind === kind).length;
    if (held < needed) {
      ctx.addIssue({
        code: "custom",
        path: [],
        message: `${kind}: ${held} items, a test draws ${needed}`,
      });
    }
  }
});
