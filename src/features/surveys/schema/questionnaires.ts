/*
 * The three evaluation surveys: what is asked, in which order, with which answers. The words are in the messages
 * (surveys.json, "questions"); a question that returns is the same entry, so that answers can be compared.
 */

export type QuestionType = "single" | "multiple" | "scale" | "text";

export type Question = {
  readonly code: string;
  readonly type: QuestionType;
  readonly options: readonly string[];
};

export type Questionnaire = { readonly number: number; readonly questions: readonly QuestionCode[] };

const SCALE = ["1", "2", "3", "4", "5"];

/** A text question may stay empty; every other must be answered. */
const questions = {
  employment: {
    type: "single",
    options: ["employee", "own_business", "freelance", "family_unpaid", "looking", "not_looking"],
  },
  work_search: {
    type: "multiple",
    options: [
      "applied",
      "asked_around",
      "job_site",
      "interview",
      "labour_office",
      "prepare_business",
      "already_working",
      "none",
    ],
  },
  income_band: {
    type: "single",
    options: ["none", "lt_1m", "1m_2m", "2m_3m", "3m_5m", "gte_5m", "undisclosed"],
  },
  skills_use: { type: "scale", options: SCALE },
  training_quality: { type: "scale", options: SCALE },
  trainer_quality: { type: "scale", options: SCALE },
  platform_quality: { type: "scale", options: SCALE },
  obstacles: {
    type: "multiple",
    options: [
      "network",
      "data_cost",
      "device",
      "digital_skill",
      "time",
      "material",
      "boring",
      "site_down",
      "other",
      "none",
    ],
  },
  recommendation: { type: "scale", options: SCALE },
  comment_training: { type: "text", options: [] },
  work_found: { type: "single", options: ["new_job", "new_business", "both", "same", "not_yet"] },
  work_match: { type: "scale", options: SCALE },
  training_benefit: {
    type: "multiple",
    options: ["new_skill", "better_work", "confidence", "certificate", "network", "other", "none"],
  },
  incentive_use: {
    type: "multiple",
    options: [
      "daily_needs",
      "job_search",
      "business_capital",
      "internet",
      "education_health",
      "debt",
      "savings",
      "other",
      "unused",
    ],
  },
  payment_quality: { type: "scale", options: SCALE },
  work_obstacles: {
    type: "multiple",
    options: [
      "few_jobs",
      "requirements",
      "capital",
      "customers",
      "transport",
      "network_device",
      "time",
      "other",
      "none",
    ],
  },
  comment_use: { type: "text", options: [] },
  work_duration: { type: "single", options: ["not_working", "lt_1mo", "1_3mo", "3_6mo", "gte_6mo"] },
  income_change: { type: "scale", options: SCALE },
  certificate_use: {
    type: "multiple",
    options: ["job_application", "promotion", "business", "further_training", "other", "unused"],
  },
  programme_quality: { type: "scale", options: SCALE },
  comment_programme: { type: "text", options: [] },
} as const satisfies Record<string, Omit<Question, "code">>;

export type QuestionCode = keyof typeof questions;

export const questionnaires: readonly Questionnaire[] = [
  {
    number: 1,
    questions: [
      "employment",
      "work_search",
      "income_band",
      "skills_use",
      "training_quality",
      "trainer_quality",
      "platform_quality",
      "obstacles",
      "recommendation",
      "comment_training",
    ],
  },
  {
    number: 2,
    questions: [
      "employment",
      "work_found",
      "work_match",
      "income_band",
      "skills_use",
      "training_benefit",
      "incentive_use",
      "payment_quality",
      "work_obstacles",
      "comment_use",
    ],
  },
  {
    number: 3,
    questions: [
      "employment",
      "work_duration",
      "income_band",
      "income_change",
      "skills_use",
      "certificate_use",
      "incentive_use",
      "programme_quality",
      "recommendation",
      "comment_programme",
    ],
  },
];

/** Answers that say "none of these": they stand alone. */
export const STANDS_ALONE: readonly string[] = ["none", "unused"];

export function questionOf(code: QuestionCode): Question & { readonly code: QuestionCode } {
  return { code, ...questions[code] };
}

export function questionnaireOf(number: number): Questionnaire | null {
  return questionnaires.find((questionnaire) => questionnaire.number === number) ?? null;
}
