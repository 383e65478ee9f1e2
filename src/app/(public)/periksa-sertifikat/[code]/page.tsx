import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { CheckForm } from "#features/certificates/components/check-form.tsx";
import { CheckResult } from "#features/certificates/components/check-result.tsx";
import { findCertificateByCode } from "#features/certificates/queries.ts";
import { certificateCode } from "#features/certificates/schema.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

// Wide, because a whole office may share an address; narrow enough that codes cannot be guessed.
const LIMIT = { points: 60, seconds: 600 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.check");
  return { title: t("title"), robots: { index: false } };
}

type Props = { readonly params: Promise<{ readonly code: string }> };

export default async function CheckedCertificatePage({ params }: Props) {
  const code = certificateCode.safeParse((await params).code);
  if (!code.success) redirect("/periksa-sertifikat?kode=");
  const t = await getTranslations("certificates.check");
  const address = (await headers()).get("x-client-address") ?? "unknown";
  const wait = await takePoint("check-certificate", address, LIMIT);
  if (wait) {
    return (
      <PublicFrame current="/periksa-sertifikat">
        <EmptyState
          scene="waiting"
          level={1}
          title={t("tooMany")}
          text={t("tooManyText", { minutes: Math.ceil(wait / 60) })}
        />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame current="/periksa-sertifikat">
      <CheckResult code={code.data} certificate={await findCertificateByCode(code.data)} />
      <Card title={t("again")} look="sunken">
        <CheckForm />
      </Card>
    </PublicFrame>
  );
}
