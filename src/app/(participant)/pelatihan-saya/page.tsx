import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { TrainingCard } from "#features/training/components/training-card.tsx";
import { findTrainingProgress } from "#features/training/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training.list");
  return { title: t("title"), description: t("lead") };
}

export default async function MyTrainingsPage() {
  const { participantId } = await requireParticipant("/pelatihan-saya");
  const trainings = await findTrainingProgress(participantId, await programmeNow(), await currentLocale());
  const t = await getTranslations("training.list");
  return (
    <ParticipantFrame current="/pelatihan-saya">
      <PageHeader title={t("title")} lead={t("lead")} />
      {trainings.length === 0 ? (
        <EmptyState
          scene="video"
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/pelatihan">{t("emptyAction")}</LinkButton>}
        />
      ) : (
        <ul aria-label={t("label")} className="grid gap-5">
          {trainings.map((training) => (
            <li key={training.purchaseId}>
              <TrainingCard training={training} />
            </li>
          ))}
        </ul>
      )}
    </ParticipantFrame>
  );
}
