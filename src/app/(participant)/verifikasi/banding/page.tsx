import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { AppealForm } from "#features/verification-review/components/appeal-form.tsx";
import { AppealState } from "#features/verification-review/components/appeal-state.tsx";
import { findAppeal } from "#features/verification-review/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification-review.appeal");
  return { title: t("title"), description: t("lead") };
}

/** Against a refusal that the person cannot mend: once, and another member of the staff looks again. */
export default async function AppealPage() {
  const { participantId } = await requireParticipant("/verifikasi/banding");
  const now = await programmeNow();
  const appeal = await findAppeal(participantId, now);
  if (!appeal) redirect("/verifikasi");
  const t = await getTranslations("verification-review.appeal");
  return (
    <ParticipantFrame current="/verifikasi">
      <div className="grid max-w-text gap-6">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          eyebrow={
            <a href="/verifikasi" className="link inline-flex min-h-11 items-center">
              {t("back")}
            </a>
          }
        />
        {appeal === "open" ? <AppealForm /> : <AppealState appeal={appeal} now={now} />}
      </div>
    </ParticipantFrame>
  );
}
