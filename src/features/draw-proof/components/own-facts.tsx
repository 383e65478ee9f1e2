import { getTranslations } from "next-intl/server";
import { formatDay, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { OwnResult } from "../types.ts";

const TRUE_OR_FALSE = [
  "verified",
  "recipient",
  "blacklisted",
  "excludedOccupation",
  "inEducation",
  "otherAid",
  "excluded",
] as const;

type OwnFactsProps = { readonly result: Extract<OwnResult, { readonly kind: "not-in-draw" }> };

/** The facts that kept a person out of the draw, as they were at the freeze. */
export async function OwnFacts({ result: { facts, rule } }: OwnFactsProps) {
  const t = await getTranslations("draw-proof.own.facts");
  const locale = await currentLocale();
  return (
    <Card title={t("title")}>
      <p>{t("text", { rule })}</p>
      <SummaryList
        rows={[
          ...TRUE_OR_FALSE.map((fact) => ({ label: t(fact), value: t(facts[fact] ? "yes" : "no") })),
          {
            label: t("birthDate"),
            value: facts.birthDate ? formatDay(facts.birthDate, locale) : t("unknown"),
          },
          { label: t("familyRecipients"), value: formatNumber(facts.familyRecipients, locale) },
        ]}
      />
    </Card>
  );
}
