import { getTranslations } from "next-intl/server";
import { ConfirmPanel } from "#ui/patterns/confirm-panel.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { LessonPage } from "../types.ts";

/** Said when a lesson is behind the person, with the way to what follows. */
export async function LessonDone({ lesson }: { readonly lesson: LessonPage }) {
  const t = await getTranslations("training.lesson");
  const { courseSlug: slug, position, lessonCount } = lesson;
  const isLast = position >= lessonCount;
  return (
    <ConfirmPanel
      level={2}
      title={t("doneVideo")}
      text={lesson.completedBy === "transcript" ? t("doneText") : t("doneVideoText")}
      action={
        <>
          <LinkButton
            href={isLast ? `/belajar/${slug}/kuis` : `/belajar/${slug}/${position + 1}`}
            iconAfter="arrow-right"
          >
            {isLast ? t("quiz") : t("next")}
          </LinkButton>
          <LinkButton href={`/belajar/${slug}`} variant="secondary">
            {t("back")}
          </LinkButton>
        </>
      }
    />
  );
}
