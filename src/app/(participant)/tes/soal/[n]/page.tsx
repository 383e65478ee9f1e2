import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { QuestionForm } from "#features/selection-test/components/question-form.tsx";
import { QuestionMap } from "#features/selection-test/components/question-map.tsx";
import { TimeGivenBack } from "#features/selection-test/components/time-given-back.tsx";
import { TimeLeft } from "#features/selection-test/components/time-left.tsx";
import { findQuestion, findRunningTest } from "#features/selection-test/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { Progress } from "#ui/primitives/progress.tsx";
import { TestOver } from "../../test-over.tsx";

type Props = { readonly params: Promise<{ readonly n: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test");
  return { title: t("title") };
}

/** One question. After the end the page shows the result, also to whoever has just sent an answer too late. */
export default async function QuestionPage({ params }: Props) {
  const { n } = await params;
  const { participantId } = await requireParticipant("/tes");
  const now = await programmeNow();
  const running = await findRunningTest(participantId, now);
  if (!running) return <TestOver participantId={participantId} now={now} />;
  const question = /^\d{1,3}$/.test(n) ? await findQuestion(participantId, Number(n), now) : null;
  if (!question) notFound();
  const t = await getTranslations("selection-test.question");
  const total = running.answered.length;
  const answered = running.answered.filter(Boolean).length;
  return (
    <ParticipantFrame>
      <div className="grid max-w-text gap-6">
        <h1 className="sr-only">{t("title", { number: question.position, total })}</h1>
        <Progress
          id="test-progress"
          label={t("progress")}
          value={answered}
          max={total}
          text={t("progressText", { answered, total })}
        />
        <TimeGivenBack seconds={running.givenBackSeconds} />
        <QuestionForm
          question={question}
          total={total}
          timer={<TimeLeft endsAt={running.endsAt} now={now} />}
        />
        <QuestionMap answered={running.answered} current={question.position} />
      </div>
    </ParticipantFrame>
  );
}
