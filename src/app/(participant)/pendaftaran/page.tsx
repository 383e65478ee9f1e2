import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findRegistrationStep } from "#features/registration/queries.ts";
import { amendablePages } from "#features/registration/types/changes.ts";
import { pathOfStep } from "#features/registration/types.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { KnownData } from "./known-data.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.known");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly tersimpan?: string | string[] }> };

/** An interrupted registration goes on where it stopped; one that was sent is shown, with what may still be changed. */
export default async function RegistrationPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/pendaftaran");
  const step = await findRegistrationStep(participantId);
  if (step !== "submitted") redirect(pathOfStep(step));
  const t = await getTranslations("registration.known");
  return (
    <ParticipantFrame current="/pendaftaran">
      <div className="grid max-w-text gap-6">
        {(await searchParams).tersimpan ? (
          <Notice tone="success" live>
            {t("saved")}
          </Notice>
        ) : null}
        <PageHeader title={t("title")} lead={t("lead")} />
        <KnownData changeable={amendablePages} />
        <Notice icon="shield" title={t("fixedTitle")}>
          {t("fixed")}
        </Notice>
        <div>
          <LinkButton href={pathOfStep("submitted")} variant="secondary" wide>
            {t("verification")}
          </LinkButton>
        </div>
      </div>
    </ParticipantFrame>
  );
}
