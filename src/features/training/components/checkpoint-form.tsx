import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { answerCheckpointAction } from "../actions.ts";
import type { LessonPage } from "../types.ts";

/** The question of a lesson: it opens the rest of the video, or finishes the lesson for someone who reads. */
export async function CheckpointForm({ lesson }: { readonly lesson: LessonPage }) {
  const t = await getTranslations("training.lesson");
  const shell = await getTranslations("shell.form");
  const { standing, question, readingEndsAt, lastMistake } = lesson;
  if (standing.isDone || (standing.checkpoint === null && !readingEndsAt)) return null;
  const hint = readingEndsAt
    ? t("questionReading")
    : t("questionHint", { seconds: standing.checkpoint ?? 0 });
  return (
    <div id="pertanyaan" tabIndex={-1} className="scroll-mt-4">
      <Card title={t("question")}>
        {lastMistake ? (
          <Notice tone="warning" title={t("mistake")} live>
            {t("mistakeText", { explanation: lastMistake })}
          </Notice>
        ) : null}
        <ActionForm
          action={answerCheckpointAction}
          commandKey={newCommandKey()}
          errorTitle={shell("errorTitle")}
          label={t("question")}
        >
          <input type="hidden" name="slug" value={lesson.courseSlug} />
          <input type="hidden" name="position" value={lesson.position} />
          <RadioGroup
            name="choice"
            label={<span lang="id">{question.text}</span>}
            hint={hint}
            options={question.options.map((label, index) => ({
              value: String(index),
              label: <span lang="id">{label}</span>,
            }))}
          />
          <SubmitButton busyText={t("sending")}>{t("answer")}</SubmitButton>
        </ActionForm>
      </Card>
    </div>
  );
}
