import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { EarlierAttempts } from "#features/selection-test/components/earlier-attempts.tsx";
import { ResultView } from "#features/selection-test/components/result-view.tsx";
import { StartTestForm } from "#features/selection-test/components/start-test-form.tsx";
import { TestExplanation } from "#features/selection-test/components/test-explanation.tsx";
import { TimeGivenBack } from "#features/selection-test/components/time-given-back.tsx";
import { findAttemptsOf } from "#features/selection-test/queries/attempts.ts";
import {
  findRulesOfTest,
  findRunningTest,
  findTestResult,
  findTimeOfTest,
} from "#features/selection-test/queries.ts";
import type { RunningTest } from "#features/selection-test/types.ts";
import { isVerified } from "#features/verification/queries.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test");
  return { title: t("title"), description: t("lead") };
}

/** What the test is, and the one form that starts it. Whoever has it behind them sees the result. */
export default async function TestPage() {
  const { participantId } = await requireParticipant("/tes");
  const now = await programmeNow();
  const running = await findRunningTest(participantId, now);
  const result = running ? null : await findTestResult(participantId, now);
  if (result) {
    return (
      <ParticipantFrame>
        <ResultView result={result} />
        <EarlierAttempts attempts={await findAttemptsOf(participantId)} />
      </ParticipantFrame>
    );
  }
  const [t, rules, verified] = [
    await getTranslations("selection-test"),
    await findRulesOfTest(),
    await isVerified(participantId),
  ];
  return (
    <ParticipantFrame>
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        {running ? <TimeGivenBack seconds={running.givenBackSeconds} /> : null}
        {running ? <GoOn running={running} /> : null}
        {running || verified ? null : <NotYet />}
        <TestExplanation rules={rules} time={await findTimeOfTest(participantId, rules)} />
        {!running && verified ? <StartTestForm commandKey={newCommandKey()} /> : null}
      </div>
    </ParticipantFrame>
  );
}

async function GoOn({ running: { answered, endsAt } }: { readonly running: RunningTest }) {
  const t = await getTranslations("selection-test.running");
  const open = answered.indexOf(false);
  const count = answered.filter(Boolean).length;
  return (
    <NextStepCard
      label={t("label")}
      what={t("what")}
      text={t("text", { answered: count, total: answered.length })}
      until={t("until", { moment: formatMoment(endsAt, await currentLocale()) })}
      otherwise={t("otherwise")}
      action={
        <LinkButton href={open < 0 ? "/tes/kirim" : `/tes/soal/${open + 1}`} variant="accent">
          {t("action")}
        </LinkButton>
      }
    />
  );
}

async function NotYet() {
  const t = await getTranslations("selection-test.notYet");
  return (
    <NextStepCard
      label={t("label")}
      what={t("what")}
      text={t("text")}
      action={<LinkButton href="/beranda">{t("action")}</LinkButton>}
    />
  );
}
