import { z } from "zod";
import {
  type Question,
  type QuestionCode,
  type Questionnaire,
  questionnaireOf,
  questionOf,
  STANDS_ALONE,
} from "./schema/questionnaires.ts";

type Answers = Record<string, string | string[]>;

const COMMENT_LENGTH = 1_000;

/** A filled-in survey: each question is checked by its kind, so that each mistake is told beside its question. */
export const submitSurveyInput = z
  .looseObject({ number: z.coerce.number("not-valid").int("not-valid") })
  .transform((fields, context): { number: number; answers: Answers } => {
    const questionnaire = questionnaireOf(fields.number);
    if (!questionnaire) {
      context.addIssue({ code: "custom", path: ["number"], message: "not-valid" });
      return z.NEVER;
    }
    const answers = answersTo(questionnaire).safeParse(fields);
    if (answers.success) return { number: fields.number, answers: answers.data };
    for (const { path, message } of answers.error.issues)
      context.addIssue({ code: "custom", path: [...path], message });
    return z.NEVER;
  });

function answersTo({ questions }: Questionnaire): z.ZodType<Answers> {
  return z.object(
    Object.fromEntries(questions.map((code: QuestionCode) => [code, answerTo(questionOf(code))])),
  );
}

function answerTo({ type, options }: Question): z.ZodType<string | string[]> {
  if (type === "text") return z.string().trim().max(COMMENT_LENGTH, "too-long").default("");
  if (type !== "multiple") return z.enum(options, "choose-one");
  return z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(z.enum(options, "choose-from-list"))
      .min(1, "survey-choose-some")
      .refine(
        (chosen) => chosen.length === 1 || !chosen.some((code) => STANDS_ALONE.includes(code)),
        "survey-only-alone",
      ),
  );
}
