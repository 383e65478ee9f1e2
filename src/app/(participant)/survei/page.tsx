import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { RoundCard } from "#features/surveys/components/round-card.tsx";
import { findRounds } from "#features/surveys/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("surveys.page");
  return { title: t("title"), description: t("lead") };
}

const ORDER = { open: 0, coming: 1, submitted: 2, missed: 3 } as const;

export default async function SurveysPage() {
  const { participantId } = await requireParticipant("/survei");
  const rounds = await findRounds(participantId, await programmeNow());
  const t = await getTranslations("surveys.page");
  return (
    <ParticipantFrame current="/survei">
      <PageHeader title={t("title")} lead={t("lead")} />
      {rounds.length === 0 ? (
        <EmptyState
          scene="waiting"
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/insentif">{t("emptyAction")}</LinkButton>}
        />
      ) : (
        <ul aria-label={t("rounds")} className="grid gap-5">
          {[...rounds]
            .sort((one, other) => ORDER[one.state] - ORDER[other.state])
            .map((round) => (
              <li key={round.number}>
                <RoundCard round={round} />
              </li>
            ))}
        </ul>
      )}
    </ParticipantFrame>
  );
}
