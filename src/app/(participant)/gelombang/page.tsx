import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { NotSelectedNotice } from "#features/determination/components/not-selected-notice.tsx";
import { WaveStateCard } from "#features/determination/components/wave-state-card.tsx";
import { findWaveState } from "#features/determination/queries.ts";
import { hasPassedTest } from "#features/selection-test/queries.ts";
import { isVerified } from "#features/verification/queries.ts";
import { JoinForm } from "#features/waves/components/join-form.tsx";
import { MissingCard } from "#features/waves/components/missing-card.tsx";
import { NoWaveCard } from "#features/waves/components/no-wave-card.tsx";
import { SelectionInWords } from "#features/waves/components/selection-in-words.tsx";
import { WaveHistory } from "#features/waves/components/wave-history.tsx";
import { findCurrentWave, findEntries, isBlacklisted } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly gabung?: string }> };

/** Where a person stands with the waves: what to do now, and the waves before. */
export default async function WavesPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/gelombang");
  const { gabung } = await searchParams;
  const t = await getTranslations("waves");
  const [state, entries] = await Promise.all([findWaveState(participantId), findEntries(participantId)]);
  return (
    <ParticipantFrame current="/gelombang">
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        {gabung && state.stage === "waiting-for-close" ? (
          <Notice tone="success" live>
            {t("joined")}
          </Notice>
        ) : null}
        {state.stage === "not-selected" ? <NotSelectedNotice state={state} /> : null}
        {state.stage === "none" || state.stage === "not-selected" ? (
          <NextWave participantId={participantId} />
        ) : (
          <WaveStateCard state={state} label={t("label")} />
        )}
        <WaveHistory entries={entries} />
        <SelectionInWords />
      </div>
    </ParticipantFrame>
  );
}

/** The form to join, what is missing for it, or when the next wave opens. */
async function NextWave({ participantId }: { readonly participantId: ParticipantId }) {
  const [wave, verified, passed, blacklisted] = await Promise.all([
    findCurrentWave(await programmeNow()),
    isVerified(participantId),
    hasPassedTest(participantId),
    isBlacklisted(participantId),
  ]);
  if (blacklisted) return <MissingCard missing="blacklisted" />;
  if (!verified) return <MissingCard missing="verification" />;
  if (!passed) return <MissingCard missing="test" />;
  if (wave?.isOpen) return <JoinForm wave={wave} commandKey={newCommandKey()} />;
  return <NoWaveCard planned={wave} />;
}
