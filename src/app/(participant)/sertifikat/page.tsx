import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { CertificateCard } from "#features/certificates/components/certificate-card.tsx";
import { findCertificates } from "#features/certificates/queries.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.list");
  return { title: t("title"), description: t("lead") };
}

export default async function CertificatesPage() {
  const { participantId } = await requireParticipant("/sertifikat");
  const certificates = await findCertificates(participantId);
  const t = await getTranslations("certificates.list");
  return (
    <ParticipantFrame current="/sertifikat">
      <PageHeader title={t("title")} lead={t("lead")} />
      {certificates.length === 0 ? (
        <EmptyState
          scene="certificate"
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/pelatihan-saya">{t("emptyAction")}</LinkButton>}
        />
      ) : (
        <ul aria-label={t("label")} className="grid gap-5">
          {certificates.map((certificate) => (
            <li key={certificate.id}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
    </ParticipantFrame>
  );
}
