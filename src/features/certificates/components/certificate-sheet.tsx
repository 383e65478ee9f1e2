import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { PrintPage } from "#ui/patterns/print-page.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { Certificate } from "../types.ts";
import { checkAddress, readableGroups } from "./check-address.ts";
import { qrPath } from "./qr-modules.ts";

/** The certificate on the screen; prints as a sheet to keep. */
export async function CertificateSheet({ certificate }: { readonly certificate: Certificate }) {
  const t = await getTranslations("certificates.paper");
  const locale = await currentLocale();
  const address = checkAddress(certificate.code);
  const { path, size } = qrPath(address);
  return (
    <PrintPage
      issuer={t("issuer")}
      simulation={t("simulation")}
      title={t("title")}
      footer={<p className="break-words">{t("check", { address })}</p>}
    >
      <div className="grid gap-1">
        <p className="text-ink-soft">{t("givenTo")}</p>
        <p className="text-3xl font-bold break-words text-brand">{certificate.holderName}</p>
      </div>
      <div className="grid gap-1">
        <p className="text-ink-soft">{t("for")}</p>
        <p className="text-xl font-bold break-words">{certificate.courseTitle}</p>
        <p className="text-ink-soft">{t("by", { provider: certificate.providerName })}</p>
      </div>
      <SummaryList
        rows={[
          { label: t("hours"), value: t("hoursValue", { hours: certificate.hours }) },
          { label: t("score"), value: t("scoreValue", { score: certificate.quizScore }) },
          { label: t("completed"), value: formatDay(certificate.completedAt, locale) },
          { label: t("issued"), value: formatDay(certificate.issuedAt, locale) },
          { label: t("number"), value: certificate.number },
          { label: t("code"), value: <span className="font-mono">{readableGroups(certificate.code)}</span> },
        ]}
      />
      <svg
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        width="148"
        height="148"
        role="img"
        aria-label={t("qr")}
        className="max-w-full"
      >
        <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#ffffff" />
        <path d={path} fill="#1a2233" />
      </svg>
    </PrintPage>
  );
}
