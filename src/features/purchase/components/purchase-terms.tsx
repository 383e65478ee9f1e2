import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import type { OfferedSchedule } from "../types/offer.ts";
import { redeemWords } from "./schedule-words.ts";

/** What a purchase obliges to, with the dates that it would have now; where schedules are to be chosen, they say their own. */
export async function PurchaseTermsCard({ choices }: { readonly choices: readonly OfferedSchedule[] }) {
  const t = await getTranslations("purchase.buy");
  const [only] = choices;
  const sentences = only && choices.length === 1 ? await termsOf(only) : [t("perSchedule"), t("onceOnly")];
  return (
    <Card title={t("until")} look="sunken">
      <ul className="grid gap-3">
        {[...sentences, t("next")].map((sentence) => (
          <li key={sentence} className="flex items-start gap-3">
            <Icon name="info" className="mt-0.5 text-ink-soft" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function termsOf({ startsAt, dates }: OfferedSchedule): Promise<string[]> {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  const { cancelBy, finishBy } = dates;
  return [
    await redeemWords(dates, startsAt !== null),
    cancelBy ? t("cancel", { until: formatMoment(cancelBy, locale) }) : t("cancelNever"),
    t("finish", { until: formatMoment(finishBy, locale) }),
  ];
}
