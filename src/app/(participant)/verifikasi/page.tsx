import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { CheckingState } from "#features/verification/components/checking-state.tsx";
import { InReviewState } from "#features/verification/components/in-review-state.tsx";
import { RefusedState } from "#features/verification/components/refused-state.tsx";
import { VerifiedState } from "#features/verification/components/verified-state.tsx";
import { findRegisterProgress, findVerification } from "#features/verification/queries.ts";
import type { Verification } from "#features/verification/types.ts";
import { AppealState } from "#features/verification-review/components/appeal-state.tsx";
import { findAppeal } from "#features/verification-review/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { participantId } = await requireParticipant("/verifikasi");
  const t = await getTranslations("verification");
  const status = (await findVerification(participantId))?.status ?? "checking";
  return { title: t(`${status}.title`), description: t(`${status}.lead`) };
}

export default async function VerificationPage() {
  const { participantId } = await requireParticipant("/verifikasi");
  const verification = await findVerification(participantId);
  if (!verification) redirect("/pendaftaran");
  return (
    <ParticipantFrame current="/verifikasi">
      <div className="grid max-w-text gap-6">
        <VerificationState participantId={participantId} verification={verification} />
      </div>
    </ParticipantFrame>
  );
}

type VerificationStateProps = {
  readonly participantId: ParticipantId;
  readonly verification: Verification;
};

async function VerificationState({ participantId, verification }: VerificationStateProps) {
  const { status, reason, bar } = verification;
  if (status === "verified") return <VerifiedState verification={verification} />;
  const now = await programmeNow();
  if (status === "in_review") return <InReviewState verification={verification} now={now} />;
  if (reason) {
    const appeal = await findAppeal(participantId, now);
    if (!appeal || appeal === "open") return <RefusedState reason={reason} bar={bar} />;
    const t = await getTranslations("verification.final");
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <AppealState appeal={appeal} now={now} />
      </>
    );
  }
  const progress = await findRegisterProgress(participantId);
  return <CheckingState verification={verification} progress={progress} />;
}
