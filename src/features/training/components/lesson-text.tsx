import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { startReadingAction } from "../actions.ts";
import type { LessonPage } from "../types.ts";

type LessonTextProps = { readonly lesson: LessonPage; readonly now: Date };

/** The text of a lesson, always readable, and the way to finish the lesson by it. */
export async function LessonText({ lesson, now }: LessonTextProps) {
  const t = await getTranslations("training.lesson");
  return (
    <section id="teks" className="grid gap-4">
      {lesson.standing.isDone ? null : <ReadingRoute lesson={lesson} now={now} />}
      <Disclosure summary={t("transcript")} open>
        <div lang="id" className="grid max-w-text gap-2">
          {lesson.transcript.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </Disclosure>
    </section>
  );
}

async function ReadingRoute({ lesson, now }: LessonTextProps) {
  const t = await getTranslations("training.lesson");
  const shell = await getTranslations("shell.form");
  const { readingEndsAt } = lesson;
  if (readingEndsAt) {
    const moment = formatShort(readingEndsAt, await currentLocale());
    return (
      <Notice tone="info" icon="book">
        {now >= readingEndsAt ? t("readingReady") : t("readingNow", { moment })}
      </Notice>
    );
  }
  return (
    <Card title={t("reading")} look="sunken">
      <p>{t("readingText", { seconds: Math.ceil(lesson.seconds / 1.5) })}</p>
      <ActionForm
        action={startReadingAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("reading")}
      >
        <input type="hidden" name="slug" value={lesson.courseSlug} />
        <input type="hidden" name="position" value={lesson.position} />
        <SubmitButton
          name="begin-reading"
          value="yes"
          variant="secondary"
          icon="book"
          busyText={t("sending")}
        >
          {t("readingAction")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
