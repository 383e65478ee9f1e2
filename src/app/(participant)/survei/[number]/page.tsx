import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { RoundCard } from "#features/surveys/components/round-card.tsx";
import { SurveyForm } from "#features/surveys/components/survey-form.tsx";
import { surveyIntro, surveyTitle } from "#features/surveys/components/survey-words.ts";
import { findRound } from "#features/surveys/queries.ts";
import { type Questionnaire, questionnaireOf } from "#features/surveys/schema/questionnaires.ts";
import type { ReadableRound } from "#features/surveys/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { ConfirmPanel } from "#ui/patterns/confirm-panel.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = { readonly params: Promise<{ readonly number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const questionnaire = questionnaireOf(Number((await params).number));
  return questionnaire ? { title: await surveyTitle(questionnaire.number) } : {};
}

export default async function SurveyPage({ params }: Props) {
  const questionnaire = questionnaireOf(Number((await params).number));
  if (!questionnaire) notFound();
  const { participantId } = await requireParticipant(`/survei/${questionnaire.number}`);
  const round = await findRound(participantId, questionnaire.number, await programmeNow());
  if (!round) notFound();
  return (
    <ParticipantFrame current="/survei">
      {round.state === "open" ? (
        <OpenSurvey questionnaire={questionnaire} round={round} />
      ) : (
        <OtherSurvey round={round} />
      )}
    </ParticipantFrame>
  );
}

type OpenSurveyProps = { readonly questionnaire: Questionnaire; readonly round: ReadableRound };

async function OpenSurvey({ questionnaire, round }: OpenSurveyProps) {
  const t = await getTranslations("surveys.form");
  return (
    <>
      <PageHeader
        title={await surveyTitle(round.number)}
        eyebrow={t("duration", { count: questionnaire.questions.length })}
        lead={await surveyIntro(round.number)}
      />
      <Notice
        tone="warning"
        icon="clock"
        title={t("until", { moment: formatMoment(round.closesAt, await currentLocale()) })}
      />
      <SurveyForm questionnaire={questionnaire} commandKey={newCommandKey()} />
    </>
  );
}

async function OtherSurvey({ round }: { readonly round: ReadableRound }) {
  const t = await getTranslations("surveys");
  if (round.state === "submitted" && round.submittedAt) {
    return (
      <ConfirmPanel
        title={t("done.title")}
        text={t("done.text", { moment: formatMoment(round.submittedAt, await currentLocale()) })}
        action={
          <>
            <LinkButton href="/insentif">{t("done.action")}</LinkButton>
            <LinkButton href="/survei" variant="secondary">
              {t("done.others")}
            </LinkButton>
          </>
        }
      />
    );
  }
  return (
    <>
      <PageHeader title={round.state === "coming" ? t("closed.coming") : t("closed.missed")} />
      <RoundCard round={round} />
      <p>
        <a href="/survei" className="link inline-flex min-h-11 items-center">
          {t("form.back")}
        </a>
      </p>
    </>
  );
}
