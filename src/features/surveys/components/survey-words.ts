import { getTranslations } from "next-intl/server";
import type { Messages } from "#i18n/messages.ts";
import { type QuestionCode, questionOf } from "../schema/questionnaires.ts";

type SurveyNumber = keyof Messages["surveys"]["surveys"];

/** "Survei Evaluasi II" */
export async function surveyTitle(number: number): Promise<string> {
  const t = await getTranslations("surveys.surveys");
  return t(`${String(number) as SurveyNumber}.title`);
}

export async function surveyIntro(number: number): Promise<string> {
  const t = await getTranslations("surveys.surveys");
  return t(`${String(number) as SurveyNumber}.intro`);
}

/** A question with its answers in the reader's language. */
export async function questionWords(code: QuestionCode): Promise<{
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}> {
  const t = await getTranslations(`surveys.questions.${code}`);
  const say = t as unknown as (key: string) => string;
  return {
    text: say("text"),
    options: questionOf(code).options.map((value) => ({ value, label: say(`options.${value}`) })),
  };
}
