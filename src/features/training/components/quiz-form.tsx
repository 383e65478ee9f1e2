import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { submitQuizAction } from "../actions.ts";
import type { QuizPage } from "../types.ts";

/** The whole quiz as one plain form. */
export async function QuizForm({ quiz }: { readonly quiz: QuizPage }) {
  const t = await getTranslations("training.quiz");
  const shell = await getTranslations("shell.form");
  const count = quiz.questions.length;
  return (
    <ActionForm
      action={submitQuizAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("title")}
    >
      <input type="hidden" name="slug" value={quiz.courseSlug} />
      {quiz.questions.map(({ text, options }, index) => (
        <div key={text} className="petal grid gap-3 border border-line bg-surface p-5 sm:p-6">
          <p className="text-sm font-semibold text-accent-strong">
            {t("number", { number: index + 1, count })}
          </p>
          <RadioGroup
            name={`answer-${index}`}
            label={<span lang="id">{text}</span>}
            options={options.map((label, value) => ({
              value: String(value),
              label: <span lang="id">{label}</span>,
            }))}
          />
        </div>
      ))}
      <SubmitButton size="large" busyText={t("sending")}>
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}
