import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { HandedTasks } from "#features/partners/components/handed-tasks.tsx";
import { findHandedTasks } from "#features/partners/queries/own-tasks.ts";
import { ClosedTraining } from "#features/training/components/closed-training.tsx";
import { NextLessonCard } from "#features/training/components/next-lesson-card.tsx";
import { TrainingContents } from "#features/training/components/training-contents.tsx";
import { findTraining } from "#features/training/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

async function learnerOf({ params }: Props) {
  const { slug } = await params;
  const { participantId } = await requireParticipant(`/belajar/${slug}`);
  return { participantId, slug };
}

async function load(props: Props) {
  const { participantId, slug } = await learnerOf(props);
  return findTraining(participantId, slug, await programmeNow(), await currentLocale());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("training.closed");
  return { title: (await load(props))?.title ?? t("title") };
}

export default async function TrainingPage(props: Props) {
  const training = await load(props);
  const { participantId, slug } = await learnerOf(props);
  const t = await getTranslations("training.list");
  return (
    <ParticipantFrame current="/pelatihan-saya">
      {training ? (
        <>
          <PageHeader
            title={training.title}
            eyebrow={t("by", { provider: training.providerName, platform: training.platformName })}
          />
          <NextLessonCard training={training} />
          <TrainingContents training={training} />
          <HandedTasks tasks={await findHandedTasks(participantId, slug)} />
        </>
      ) : (
        <ClosedTraining />
      )}
    </ParticipantFrame>
  );
}
