import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { EarlierAttempts } from "#features/selection-test/components/earlier-attempts.tsx";
import { ResultView } from "#features/selection-test/components/result-view.tsx";
import { findAttemptsOf } from "#features/selection-test/queries/attempts.ts";
import { findTestResult } from "#features/selection-test/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.result");
  return { title: t("title") };
}

export default async function TestResultPage() {
  const { participantId } = await requireParticipant("/tes/hasil");
  const result = await findTestResult(participantId, await programmeNow());
  const t = await getTranslations("selection-test.result");
  return (
    <ParticipantFrame>
      {result ? (
        <>
          <ResultView result={result} />
          <EarlierAttempts attempts={await findAttemptsOf(participantId)} />
        </>
      ) : (
        <EmptyState
          scene="test"
          level={1}
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/tes">{t("emptyAction")}</LinkButton>}
        />
      )}
    </ParticipantFrame>
  );
}
