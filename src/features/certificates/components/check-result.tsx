import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ConfirmPanel } from "#ui/patterns/confirm-panel.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { CheckedCertificate } from "../types.ts";
import { readableGroups } from "./check-address.ts";

type CheckResultProps = { readonly code: string; readonly certificate: CheckedCertificate | null };

/** What the portal knows about a code that somebody checks. */
export async function CheckResult({ code, certificate }: CheckResultProps) {
  const t = await getTranslations("certificates.check");
  const locale = await currentLocale();
  const groups = readableGroups(code);
  if (!certificate) {
    return (
      <EmptyState scene="notfound" level={1} title={t("unknown")} text={t("unknownText", { code: groups })} />
    );
  }
  return (
    <>
      <ConfirmPanel title={t("valid")} text={t("validText", { code: groups })} />
      <SummaryList
        rows={[
          { label: t("holder"), value: certificate.holderName },
          { label: t("course"), value: certificate.courseTitle },
          { label: t("provider"), value: certificate.providerName },
          { label: t("completed"), value: formatDay(certificate.completedAt, locale) },
          { label: t("issued"), value: formatDay(certificate.issuedAt, locale) },
          { label: t("number"), value: certificate.number },
        ]}
      />
    </>
  );
}
