import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { CertificateSheet } from "#features/certificates/components/certificate-sheet.tsx";
import { findCertificate } from "#features/certificates/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { LinkButton } from "#ui/primitives/button.tsx";

type Props = { readonly params: Promise<{ readonly id: string }> };

async function load({ params }: Props) {
  const { id } = await params;
  const { participantId } = await requireParticipant(`/sertifikat/${id}`);
  const certificate = isUuid(id) ? await findCertificate(participantId, id) : null;
  return certificate ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("certificates.page");
  return { title: t("title", { course: (await load(props)).courseTitle }) };
}

export default async function CertificatePage(props: Props) {
  const certificate = await load(props);
  const t = await getTranslations("certificates.page");
  return (
    <ParticipantFrame current="/sertifikat">
      <CertificateSheet certificate={certificate} />
      <div className="grid gap-3 print:hidden">
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/sertifikat/${certificate.id}/pdf`} icon="download">
            {t("download")}
          </LinkButton>
          <LinkButton href="/sertifikat" variant="secondary">
            {t("all")}
          </LinkButton>
        </div>
        <p className="text-ink-soft">{t("advice")}</p>
      </div>
    </ParticipantFrame>
  );
}
