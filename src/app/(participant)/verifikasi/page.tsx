import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import {
  CheckingState,
  RefusedState,
  VerifiedState,
} from "#features/verification/components/verification-state.tsx";
import { findVerification } from "#features/verification/queries.ts";
import { requireParticipant } from "#platform/web/session.ts";

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
        {verification.status === "verified" ? <VerifiedState verification={verification} /> : null}
        {verification.status === "checking" ? <CheckingState verification={verification} /> : null}
        {verification.reason ? <RefusedState reason={verification.reason} /> : null}
      </div>
    </ParticipantFrame>
  );
}
