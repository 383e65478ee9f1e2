import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxGroup } from "#ui/primitives/checkbox-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { submitSurveyAction } from "../actions.ts";
import { type QuestionCode, type Questionnaire, questionOf } from "../schema/questionnaires.ts";
import { questionWords } from "./survey-words.ts";

type SurveyFormProps = { readonly questionnaire: Questionnaire; readonly commandKey: string };

/** A whole survey as one plain form. */
export async function SurveyForm({ questionnaire, commandKey }: SurveyFormProps) {
  const t = await getTranslations("surveys.form");
  const shell = await getTranslations("shell.form");
  const { number, questions } = questionnaire;
  return (
    <ActionForm action={submitSurveyAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <input type="hidden" name="number" value={number} />
      {questions.map((code, index) => (
        <div key={code} className="petal grid gap-3 border border-line bg-surface p-5 sm:p-6">
          <p className="text-sm font-semibold text-accent-strong">
            {t("question", { number: index + 1, count: questions.length })}
          </p>
          <SurveyQuestion code={code} />
        </div>
      ))}
      <p className="text-ink-soft">{t("once")}</p>
      <SubmitButton size="large" busyText={t("sending")}>
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}

async function SurveyQuestion({ code }: { readonly code: QuestionCode }) {
  const t = await getTranslations("surveys.form");
  const { type } = questionOf(code);
  const { text, options } = await questionWords(code);
  if (type === "text") return <TextAreaField name={code} label={text} rows={4} maxLength={1000} />;
  if (type === "multiple") {
    return <CheckboxGroup name={code} label={text} hint={t("chooseSome")} options={options} />;
  }
  return <RadioGroup name={code} label={text} options={options} required />;
}
