import { questionnaireOf, questionOf } from "#features/surveys/schema/questionnaires.ts";

/** What a form sends when somebody answers every question with its first answer. */
export function firstAnswers(number: number): Record<string, unknown> {
  const answers = (questionnaireOf(number)?.questions ?? []).map((code) => {
    const { type, options } = questionOf(code);
    return [code, type === "text" ? "Terima kasih" : options[0]];
  });
  return { number: String(number), ...Object.fromEntries(answers) };
}
