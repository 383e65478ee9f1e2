import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import type { PurchaseDates } from "../types.ts";

/** What a purchase obliges to, with the dates that it would have now. */
export async function PurchaseTermsCard({ dates }: { readonly dates: PurchaseDates }) {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  const sentences = [
    t("redeem", { until: formatMoment(dates.redeemBy, locale) }),
    ...(dates.cancelBy ? [t("cancel", { until: formatMoment(dates.cancelBy, locale) })] : []),
    t("finish", { until: formatMoment(dates.finishBy, locale) }),
    t("next"),
  ];
  return (
    <Card title={t("until")} look="sunken">
      <ul className="grid gap-3">
        {sentences.map((sentence) => (
          <li key={sentence} className="flex items-start gap-3">
            <Icon name="info" className="mt-0.5 text-ink-soft" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
