import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { CheckpointForm } from "#features/training/components/checkpoint-form.tsx";
import { ClosedTraining } from "#features/training/components/closed-training.tsx";
import { LessonDone } from "#features/training/components/lesson-done.tsx";
import { LessonText } from "#features/training/components/lesson-text.tsx";
import { LessonVideo } from "#features/training/components/lesson-video.tsx";
import { findLesson } from "#features/training/queries/lesson.ts";
import type { LessonPage } from "#features/training/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Icon } from "#ui/primitives/icon.tsx";

type Props = { readonly params: Promise<{ readonly slug: string; readonly position: string }> };

async function load({ params }: Props): Promise<LessonPage | null> {
  const { slug, position } = await params;
  if (!/^[1-9]\d{0,2}$/.test(position)) notFound();
  const { participantId } = await requireParticipant(`/belajar/${slug}/${position}`);
  return findLesson(participantId, slug, Number(position), await currentLocale());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("training.closed");
  return { title: (await load(props))?.title ?? t("title") };
}

export default async function LessonRoute(props: Props) {
  const lesson = await load(props);
  return (
    <ParticipantFrame current="/pelatihan-saya">
      {lesson ? <Lesson lesson={lesson} /> : <ClosedTraining />}
    </ParticipantFrame>
  );
}

async function Lesson({ lesson }: { readonly lesson: LessonPage }) {
  const t = await getTranslations("training.lesson");
  const finishBy = formatMoment(lesson.finishBy, await currentLocale());
  return (
    <>
      <a
        href={`/belajar/${lesson.courseSlug}`}
        className="link inline-flex min-h-11 w-fit items-center gap-2 print:hidden"
      >
        <Icon name="arrow-left" size={20} />
        {t("back")}
      </a>
      <PageHeader
        title={lesson.title}
        eyebrow={t("eyebrow", {
          course: lesson.courseTitle,
          position: lesson.position,
          count: lesson.lessonCount,
        })}
        lead={lesson.standing.isDone ? undefined : t("until", { finishBy })}
      />
      {lesson.standing.isDone ? <LessonDone lesson={lesson} /> : null}
      <LessonVideo lesson={lesson} />
      {lesson.readingEndsAt ? null : <CheckpointForm lesson={lesson} />}
      <LessonText lesson={lesson} now={await programmeNow()} />
      {lesson.readingEndsAt ? <CheckpointForm lesson={lesson} /> : null}
      <script src="/elements/player.js" type="module" data-keep="" />
    </>
  );
}
