import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ClosedTraining } from "#features/training/components/closed-training.tsx";
import { QuizForm } from "#features/training/components/quiz-form.tsx";
import { QuizResult } from "#features/training/components/quiz-result.tsx";
import { findQuiz } from "#features/training/queries/quiz.ts";
import type { QuizPage } from "#features/training/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training.quiz");
  return { title: t("title") };
}

export default async function QuizRoute({ params }: Props) {
  const { slug } = await params;
  const { participantId } = await requireParticipant(`/belajar/${slug}/kuis`);
  const quiz = await findQuiz(participantId, slug, await programmeNow(), await currentLocale());
  return (
    <ParticipantFrame current="/pelatihan-saya">
      {quiz ? (
        quiz.stage === "quiz" ? (
          <OpenQuiz quiz={quiz} />
        ) : (
          <OtherQuiz quiz={quiz} />
        )
      ) : (
        <ClosedTraining />
      )}
    </ParticipantFrame>
  );
}

async function OpenQuiz({ quiz }: { readonly quiz: QuizPage }) {
  const t = await getTranslations("training.quiz");
  const finishBy = formatMoment(quiz.finishBy, await currentLocale());
  return (
    <>
      <PageHeader title={t("title")} eyebrow={quiz.courseTitle} lead={t("lead")} />
      <Notice tone="warning" icon="clock" title={t("until", { finishBy })} />
      {quiz.lastTry ? <QuizResult lastTry={quiz.lastTry} /> : null}
      <QuizForm quiz={quiz} />
    </>
  );
}

async function OtherQuiz({ quiz }: { readonly quiz: QuizPage }) {
  const t = await getTranslations("training.quiz");
  const why = quiz.stage === "learn" ? "locked" : quiz.stage === "late" ? "late" : "passed";
  return (
    <EmptyState
      scene="test"
      level={1}
      title={t(`${why}Title`)}
      text={t(`${why}Text`, { finishBy: formatMoment(quiz.finishBy, await currentLocale()) })}
      action={<LinkButton href={`/belajar/${quiz.courseSlug}`}>{t("lockedAction")}</LinkButton>}
    />
  );
}
