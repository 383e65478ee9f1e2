import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { QuestionCard } from "#ui/patterns/question-card.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";
import { saveAnswerAction } from "../actions.ts";
import { pictureAddress } from "../types/bank.ts";
import type { ShownQuestion } from "../types.ts";

type QuestionFormProps = {
  readonly question: ShownQuestion;
  readonly total: number;
  readonly timer: ReactNode;
};

/** One question. Every button saves the choice and says where to go. */
export async function QuestionForm({ question, total, timer }: QuestionFormProps) {
  const t = await getTranslations("selection-test.question");
  const shell = await getTranslations("shell.form");
  const { position, kind, chosen } = question;
  const isToLookAt = question.passage !== null || question.image !== null;
  return (
    // No command key: an answer may be changed by going back in the browser, and saving it twice is harmless.
    <ActionForm action={saveAnswerAction} commandKey="" errorTitle={shell("errorTitle")}>
      <input type="hidden" name="position" value={position} />
      <QuestionCard
        name="choice"
        numberText={t("title", { number: position, total })}
        section={t(`kind.${kind}`)}
        timer={timer}
        passage={isToLookAt ? <ToLookAt question={question} /> : null}
        question={question.stem}
        hint={kind === "motivation" ? t("motivationHint") : undefined}
        options={question.options.map((label, place) => ({ value: String(place), label }))}
        chosen={chosen === null ? undefined : String(chosen)}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="go" value="next" busyText={t("busy")} iconAfter="arrow-right">
          {position === total ? t("finish") : t("next")}
        </SubmitButton>
        {position > 1 ? (
          <SubmitButton name="go" value="previous" variant="secondary" icon="arrow-left" busyText={t("busy")}>
            {t("previous")}
          </SubmitButton>
        ) : null}
        {position < total ? (
          <SubmitButton name="go" value="finish" variant="quiet" busyText={t("busy")}>
            {t("review")}
          </SubmitButton>
        ) : null}
      </div>
      <p className="text-sm text-ink-soft">{t("saved")}</p>
    </ActionForm>
  );
}

/** The text and the picture of a question; who does not see the picture is told what it shows. */
function ToLookAt({ question: { passage, image, imageAlt } }: { readonly question: ShownQuestion }) {
  return (
    <div className="grid gap-4">
      {passage ? <p className="whitespace-pre-line">{passage}</p> : null}
      {image ? (
        <OwnPicture src={pictureAddress(image)} alt={imageAlt ?? ""} className="w-full max-w-xl" />
      ) : null}
    </div>
  );
}
