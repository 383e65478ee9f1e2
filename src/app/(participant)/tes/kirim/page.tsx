import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { submitTestAction } from "#features/selection-test/actions.ts";
import { QuestionMap } from "#features/selection-test/components/question-map.tsx";
import { TimeGivenBack } from "#features/selection-test/components/time-given-back.tsx";
import { TimeLeft } from "#features/selection-test/components/time-left.tsx";
import { findRunningTest } from "#features/selection-test/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { TestOver } from "../test-over.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.submit");
  return { title: t("title") };
}

/** The last look before handing in: what is open, how much time is left. */
export default async function SubmitTestPage() {
  const { participantId } = await requireParticipant("/tes/kirim");
  const now = await programmeNow();
  const running = await findRunningTest(participantId, now);
  if (!running) return <TestOver participantId={participantId} now={now} />;
  const t = await getTranslations("selection-test.submit");
  const shell = await getTranslations("shell.form");
  const open = running.answered.flatMap((isAnswered, index) => (isAnswered ? [] : [index + 1]));
  return (
    <ParticipantFrame>
      <div className="grid max-w-text gap-6">
        <PageHeader title={t("title")} lead={<TimeLeft endsAt={running.endsAt} now={now} />} />
        <TimeGivenBack seconds={running.givenBackSeconds} />
        {open.length === 0 ? (
          <Notice tone="success">{t("allAnswered")}</Notice>
        ) : (
          <Notice tone="warning" title={t("openCount", { count: open.length })}>
            {t("openText")}{" "}
            {open.map((number, index) => (
              <span key={number}>
                {index > 0 ? ", " : ""}
                <a href={`/tes/soal/${number}`} className="link inline-block min-w-6 py-1 text-center">
                  {number}
                </a>
              </span>
            ))}
          </Notice>
        )}
        <Card>
          <p>{t("afterwards")}</p>
          <ActionForm action={submitTestAction} commandKey={newCommandKey()} errorTitle={shell("errorTitle")}>
            <div className="flex flex-wrap gap-3">
              <SubmitButton variant="accent" busyText={t("busy")}>
                {t("action")}
              </SubmitButton>
              <LinkButton href={`/tes/soal/${open[0] ?? running.answered.length}`} variant="secondary">
                {t("back")}
              </LinkButton>
            </div>
          </ActionForm>
        </Card>
        <QuestionMap answered={running.answered} current={0} />
      </div>
    </ParticipantFrame>
  );
}
