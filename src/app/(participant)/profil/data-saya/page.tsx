import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findAddressee } from "#features/account/queries.ts";
import { OwnJourney } from "#features/personal-data/components/own-journey.tsx";
import { OwnPhotos } from "#features/personal-data/components/own-photos.tsx";
import { OwnRegistration } from "#features/personal-data/components/own-registration.tsx";
import { RetentionList } from "#features/personal-data/components/retention-list.tsx";
import { countOwnData } from "#features/personal-data/queries/own-data.ts";
import { findRetention } from "#features/personal-data/queries/retention.ts";
import { findDocuments, signedDocumentAddress } from "#features/registration/queries/documents.ts";
import { findRegistrationSummary } from "#features/registration/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal-data.mine");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly tunggu?: string | string[] }> };

/** What the portal keeps about the person: the main parts to read, all of it to take along. */
export default async function OwnDataPage({ searchParams }: Props) {
  const actor = await requireParticipant("/profil/data-saya");
  const { participantId } = actor;
  const { tunggu } = await searchParams;
  const t = await getTranslations("personal-data.mine");
  const now = await programmeNow();
  const [summary, documents, counts, who] = await Promise.all([
    findRegistrationSummary(participantId),
    findDocuments(participantId),
    countOwnData(participantId),
    findAddressee(participantId),
  ]);
  const minutes = typeof tunggu === "string" && /^\d{1,5}$/.test(tunggu) ? Number(tunggu) : null;
  return (
    <ParticipantFrame current="/profil">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href="/profil" className="link inline-flex min-h-11 items-center">
            {t("back")}
          </a>
        }
      />
      {minutes ? (
        <Notice tone="warning" live>
          {t("tooMany", { minutes })}
        </Notice>
      ) : null}
      <Notice
        action={
          <LinkButton href="/profil/data-saya/unduh" wide>
            {t("download")}
          </LinkButton>
        }
      >
        {t("downloadText")}
      </Notice>
      <Card title={t("account")}>
        <SummaryList
          rows={[
            { label: t("name"), value: who?.displayName },
            { label: t("email"), value: who?.email ?? t("notYet") },
            { label: t("phone"), value: who?.phone ?? t("notYet") },
          ]}
        />
      </Card>
      <OwnRegistration summary={summary} />
      <OwnPhotos
        photos={documents.map(({ id, kind }) => ({ kind, address: signedDocumentAddress(id, actor, now) }))}
      />
      <OwnJourney counts={counts} />
      <RetentionList rules={findRetention()} />
    </ParticipantFrame>
  );
}
