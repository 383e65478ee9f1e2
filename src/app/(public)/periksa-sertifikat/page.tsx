import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { CheckForm } from "#features/certificates/components/check-form.tsx";
import { certificateCode } from "#features/certificates/schema.ts";
import { ErrorSummary } from "#ui/patterns/error-summary.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.check");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly kode?: string | string[] }> };

export default async function CheckCertificatePage({ searchParams }: Props) {
  const { kode } = await searchParams;
  const code = certificateCode.safeParse(kode);
  if (code.success) redirect(`/periksa-sertifikat/${code.data}`);
  const t = await getTranslations("certificates.check");
  const shell = await getTranslations("shell.form");
  return (
    <PublicFrame current="/periksa-sertifikat">
      <PageHeader title={t("title")} lead={t("lead")} />
      {kode === undefined ? null : (
        <ErrorSummary title={shell("errorTitle")} fieldErrors={{ kode: t("shape") }} />
      )}
      <CheckForm typed={typeof kode === "string" ? kode : undefined} />
    </PublicFrame>
  );
}
