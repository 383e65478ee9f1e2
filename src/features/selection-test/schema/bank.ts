import { z } from "zod";
import { isReadable, plainLine, plainText } from "#kernel/plain-text.ts";
import {
  codePrefix,
  type ItemContent,
  itemColumns,
  itemKinds,
  itemStates,
  motivationScale,
  OPTIONS,
  type WrittenItem,
} from "../types/bank.ts";

/** Letters of a stem, a passage or an explanation; a cell of a sheet is read a little further, so that none is cut unnoticed. */
const LONGEST = 1_500;
const OPTION_LETTERS = 300;
/** Bytes of a picture and of a list that are taken at most. */
const PICTURE_BYTES = 5 * 1024 * 1024;
const LIST_BYTES = 2 * 1024 * 1024;

const text = (most: number) =>
  z
    .string("required")
    .max(most * 2, "too-long")
    .transform(plainText)
    .pipe(z.string().max(most, "too-long"))
    .refine(isReadable, "not-valid");
const line = (most: number) => text(most).transform(plainLine);
const required = (most: number) => text(most).pipe(z.string().min(1, "required"));
const orNull = (value: string) => value || null;
const optional = (most: number) => text(most).optional().default("").transform(orNull);
const optionalLine = (most: number) => line(most).optional().default("").transform(orNull);

/** NUM-029: the beginning tells the kind, three to five digits the item. */
const code = z
  .string("required")
  .trim()
  .toUpperCase()
  .pipe(z.string().min(1, "required"))
  .pipe(z.string().regex(/^(NUM|ORD|READ|MOT)-\d{3,5}$/, "item-code-shape"));

const noneOr = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal("").transform(() => null), schema], "item-not-one-of")
    .optional()
    .default(null);

const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "item-limit-shape")
  .transform(Number)
  .pipe(z.int().min(1, "item-limit-shape").max(100, "item-limit-shape"));

/** One field a column; a form and a row of a list are the same fields. */
const fields = z.object({
  code,
  kind: z.enum(itemKinds, "choose-one"),
  stem: required(LONGEST),
  passage: optional(LONGEST),
  option1: optionalLine(OPTION_LETTERS),
  option2: optionalLine(OPTION_LETTERS),
  option3: optionalLine(OPTION_LETTERS),
  option4: optionalLine(OPTION_LETTERS),
  answer: noneOr(z.enum(["1", "2", "3", "4"]).transform((place) => Number(place) - 1)),
  explanation: optional(LONGEST),
  difficulty: z.enum(["1", "2", "3"], "choose-one").transform(Number),
  pairCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(MOT-\d{3,5})?$/, "item-pair-shape")
    .optional()
    .default("")
    .transform(orNull),
  reversed: z.enum(["", "no", "yes"], "item-not-one-of").optional().default("no"),
  family: optionalLine(60),
  exposureLimit: z
    .union([z.literal("").transform(() => null), percent], "item-limit-shape")
    .optional()
    .default(null),
  image: z
    .string()
    .trim()
    .regex(/^([0-9a-f]{32})?$/, "item-picture-unknown")
    .optional()
    .default("")
    .transform(orNull),
  imageAlt: optionalLine(OPTION_LETTERS),
});

type Fields = z.output<typeof fields>;

/** An item as it is written, in a form or in a row. Each fault is told at its field. */
export const writtenItem = fields.superRefine(checkItem).transform(
  (item): WrittenItem => ({
    code: item.code,
    exposureLimit: item.exposureLimit,
    content: contentOf(item),
  }),
);

function checkItem(item: Fields, context: z.RefinementCtx): void {
  const fault = (field: keyof Fields, message: string) =>
    context.addIssue({ code: "custom", path: [field], message, input: item[field] });
  const [prefix = ""] = item.code.split("-");
  const isOther = Object.values(codePrefix).includes(prefix) && prefix !== codePrefix[item.kind];
  if (isOther) fault("code", "item-code-of-other-kind");
  if (item.kind === "reading" && !item.passage) fault("passage", "required");
  if (item.kind === "motivation") checkStatement(item, fault);
  else checkKnowledge(item, fault);
}

type Fault = (field: keyof Fields, message: string) => void;

function checkKnowledge(item: Fields, fault: Fault): void {
  const options = [item.option1, item.option2, item.option3, item.option4];
  options.forEach((option, index) => {
    const field = (["option1", "option2", "option3", "option4"] as const)[index];
    if (field && !option) fault(field, "required");
    else if (field && options.indexOf(option) < index) fault(field, "item-option-twice");
  });
  if (item.answer === null) fault("answer", "choose-one");
  if (!item.explanation) fault("explanation", "required");
  if (item.pairCode) fault("pairCode", "item-only-motivation");
  if (item.reversed === "yes") fault("reversed", "item-only-motivation");
}

function checkStatement(item: Fields, fault: Fault): void {
  for (const field of ["option1", "option2", "option3", "option4"] as const)
    if (item[field]) fault(field, "item-fixed-scale");
  if (item.answer !== null) fault("answer", "item-no-answer");
  if (item.exposureLimit !== null) fault("exposureLimit", "item-no-limit");
  if (item.pairCode === item.code) fault("pairCode", "item-pair-shape");
}

function contentOf(item: Fields): ItemContent {
  const isStatement = item.kind === "motivation";
  const given = [item.option1, item.option2, item.option3, item.option4].slice(0, OPTIONS);
  return {
    kind: item.kind,
    stem: item.stem,
    passage: item.passage,
    options: isStatement ? motivationScale : given.map((option) => option ?? ""),
    answer: item.answer,
    explanation: item.explanation,
    difficulty: item.difficulty,
    pairCode: item.pairCode,
    reversed: item.reversed === "yes",
    image: item.image,
    imageAlt: item.imageAlt,
    family: item.family,
  };
}

/** The picture of a form. A file box that stays empty is sent as a file without bytes. */
export const writtenPicture = z.object({
  picture: z
    .instanceof(File, { message: "not-valid" })
    .refine((file) => file.size <= PICTURE_BYTES, "item-picture-too-large")
    .optional()
    .transform((file) => (file && file.size > 0 ? file : null)),
  removesPicture: z
    .literal("yes", "not-valid")
    .optional()
    .transform((ticked) => ticked === "yes"),
  isNew: z
    .literal("yes", "not-valid")
    .optional()
    .transform((ticked) => ticked === "yes"),
});

const itemId = z.string("not-valid").regex(/^[A-Z]{3,4}-\d{3,5}\.\d{1,4}$/, "not-valid");
const note = required(500).pipe(z.string().min(10, "item-note-too-short"));

export const itemInput = z.object({ itemId });
export const reviewInput = z
  .object({ itemId, decision: z.enum(["approve", "return"], "choose-one"), note: optional(500) })
  .superRefine(({ decision, note: written }, context) => {
    if (decision === "return" && (written ?? "").length < 10)
      context.addIssue({ code: "custom", path: ["note"], message: "item-note-too-short", input: written });
  });
export const retireInput = z.object({ itemId, note });
export const limitInput = z.object({ itemId, exposureLimit: fields.shape.exposureLimit });
export const listInput = z.object({
  list: z
    .instanceof(File, { message: "item-list-missing" })
    .refine((file) => file.size > 0, "item-list-missing")
    .refine((file) => file.size <= LIST_BYTES, "item-list-too-large"),
});

/** The words of the addresses; whatever else stands there filters nothing. */
export const bankQuery = z.object({
  jenis: z.enum(itemKinds).optional().catch(undefined),
  status: z.enum(itemStates).optional().catch(undefined),
  setelah: itemId.optional().catch(undefined),
});

export const statisticsQuery = z.object({
  jenis: z.enum(itemKinds).catch("numeracy"),
  tanda: z.literal("1").optional().catch(undefined),
  setelah: itemId.optional().catch(undefined),
});

/** As an import keeps them. */
export const keptRefusals = z.array(
  z.object({ row: z.int(), column: z.enum(itemColumns).nullable(), code: z.string() }),
);
