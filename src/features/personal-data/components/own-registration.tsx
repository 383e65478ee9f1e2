import { getTranslations } from "next-intl/server";
import type { RegistrationSummary } from "#features/registration/types/summary.ts";
import { formatDate, formatMoment, inFours } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { startOfDay } from "#kernel/calendar.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

/** What the person told, in full: it is theirs. */
export async function OwnRegistration({ summary }: { readonly summary: RegistrationSummary }) {
  const t = await getTranslations("personal-data.mine");
  const locale = await currentLocale();
  const text = (value: string | null | undefined) =>
    value ?? <span className="text-ink-soft">{t("notYet")}</span>;
  return (
    <Card title={t("registration")}>
      <SummaryList
        rows={[
          { label: t("fullName"), value: text(summary.fullName) },
          { label: t("nik"), value: text(summary.nik && inFours(summary.nik)) },
          { label: t("familyCard"), value: text(summary.familyCard && inFours(summary.familyCard)) },
          { label: t("birthPlace"), value: text(summary.birthPlace) },
          {
            label: t("birthDate"),
            value: text(summary.birthDate && formatDate(startOfDay(summary.birthDate), locale)),
          },
          { label: t("motherName"), value: text(summary.motherName) },
          { label: t("phone"), value: text(summary.phone) },
          { label: t("address"), value: text(summary.address) },
          {
            label: t("domicile"),
            value: text(summary.domicile?.address ?? (summary.address && t("sameAddress"))),
          },
          {
            label: t("submittedAt"),
            value: text(summary.submittedAt && formatMoment(summary.submittedAt, locale)),
          },
        ]}
      />
      <p>
        {t("fix")}{" "}
        <a href="/pendaftaran" className="link">
          {t("fixLink")}
        </a>
      </p>
    </Card>
  );
}
