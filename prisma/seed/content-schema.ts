/**
 * Shape of the content files of the seed: the bank of test items and the evaluation surveys.
 * The seed parses both files with these schemas, so a mistake in the content stops it with the place of the mistake.
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

const choices = z
  .array(text)
  .length(CHOICES_PER_ITEM)
  .refine((options) => new Set(options).size === options.length, {
    error: "options must differ from each other",
  });

const rightAnswer = z
  .int()
  .min(0)
  .max(CHOICES_PER_ITEM - 1);

const knowledgeItem = {
  stem: text,
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

/** A statement; `pair` names the statement that says the opposite, `reversed` marks the negative one of the two. */
const motivationItem = z.strictObject({
  code: motivationCode,
  kind: z.literal("motivation"),
  stem: text,
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

export const testItemSchema = z.discriminatedUnion("kind", [
  numeracyItem,
  orderingItem,
  readingItem,
  motivationItem,
]);

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

const localized = z.strictObject({ id: text, en: text });

const contentCode = z.string().regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);

const surveyOption = z.strictObject({ code: contentCode, text: localized });

/** Points of a question of type `scale`. */
export const SCALE_POINTS = 5;

export const surveyQuestionSchema = z
  .strictObject({
    code: contentCode,
    type: z.enum(["single", "multiple", "scale", "text"]),
    required: z.boolean(),
    text: localized,
    options: z.array(surveyOption),
  })
  .superRefine((question, ctx) => {
    for (const index of repeated(question.options.map((option) => option.code))) {
      ctx.addIssue({
        code: "custom",
        path: ["options", index, "code"],
        message: `option code ${question.options[index]?.code} is used more than once`,
      });
    }

    const count = question.options.length;
    if (question.type === "text") {
      if (count !== 0) {
        ctx.addIssue({
          code: "custom",
          path: ["options"],
          message: "a text question has no options",
        });
      }
      if (question.required) {
        ctx.addIssue({
          code: "custom",
          path: ["required"],
          message: "a text question is optional",
        });
      }
    } else if (question.type === "scale") {
      if (count !== SCALE_POINTS) {
        ctx.addIssue({
          code: "custom",
          path: ["options"],
          message: `a scale has ${SCALE_POINTS} options`,
        });
      }
    } else if (count < 2) {
      ctx.addIssue({
        code: "custom",
        path: ["options"],
        message: "a choice has at least two options",
      });
    }
  });

export const surveySchema = z
  .strictObject({
    number: z.int().positive(),
    title: localized,
    intro: localized,
    questions: z.array(surveyQuestionSchema).min(8).max(10),
  })
  .superRefine((survey, ctx) => {
    for (const index of repeated(survey.questions.map((question) => question.code))) {
      ctx.addIssue({
        code: "custom",
        path: ["questions", index, "code"],
        message: `question code ${survey.questions[index]?.code} is used more than once`,
      });
    }
    if (survey.questions.filter((question) => question.type === "text").length > 1) {
      ctx.addIssue({
        code: "custom",
        path: ["questions"],
        message: "at most one text question per survey",
      });
    }
  });

export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>;
export type Survey = z.infer<typeof surveySchema>;

/** A question that returns in a later survey keeps its type and option codes, so that answers can be compared. */
export const surveysSchema = z
  .array(surveySchema)
  .min(1)
  .superRefine((surveys, ctx) => {
    const first = new Map<string, string>();
    surveys.forEach((survey, surveyIndex) => {
      if (survey.number !== surveyIndex + 1) {
        ctx.addIssue({
          code: "custom",
          path: [surveyIndex, "number"],
          message: "surveys are numbered 1, 2, 3, ... in order",
        });
      }
      survey.questions.forEach((question, questionIndex) => {
        const shape = [question.type, ...question.options.map((option) => option.code)].join(" ");
        const known = first.get(question.code);
        if (known === undefined) {
          first.set(question.code, shape);
        } else if (known !== shape) {
          ctx.addIssue({
            code: "custom",
            path: [surveyIndex, "questions", questionIndex],
            message: `question ${question.code} differs from the earlier survey`,
          });
        }
      });
    });
  });
