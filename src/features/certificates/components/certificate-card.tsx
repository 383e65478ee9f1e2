import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import type { Certificate } from "../types.ts";

/** One certificate in the list. */
export async function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
  const t = await getTranslations("certificates.list");
  const { id, courseTitle, providerName, number, issuedAt } = certificate;
  return (
    <Card title={courseTitle}>
      <p className="text-ink-soft">
        {providerName}
        <br />
        {t("numberAndDay", { number, day: formatDay(issuedAt, await currentLocale()) })}
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/sertifikat/${id}`} aria-label={t("openOf", { course: courseTitle })}>
          {t("open")}
        </LinkButton>
        <LinkButton
          href={`/sertifikat/${id}/pdf`}
          variant="secondary"
          icon="download"
          aria-label={t("downloadOf", { course: courseTitle })}
        >
          {t("download")}
        </LinkButton>
      </div>
    </Card>
  );
}
