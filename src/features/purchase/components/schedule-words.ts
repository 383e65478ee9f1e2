import { getTranslations } from "next-intl/server";
import { formatMoment, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { OfferedSchedule } from "../types/offer.ts";
import type { PurchaseDates, ScheduleTimes } from "../types.ts";

/** When a schedule is held, in words. */
export async function scheduleWords({ startsAt, endsAt }: ScheduleTimes): Promise<string> {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  if (!startsAt || !endsAt) return t("anyTime");
  return t("held", { start: formatMoment(startsAt, locale), end: formatShort(endsAt, locale) });
}

/** When the code of a schedule can be redeemed, in words. */
export async function redeemWords(
  { redeemFrom, redeemBy }: Pick<PurchaseDates, "redeemFrom" | "redeemBy">,
  isHeld: boolean,
): Promise<string> {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  const until = formatMoment(redeemBy, locale);
  return isHeld
    ? t("redeemBetween", { from: formatMoment(redeemFrom, locale), until })
    : t("redeem", { until });
}

/** What a schedule obliges to: when to redeem, cancel and finish. */
export async function scheduleTerms({ startsAt, dates }: OfferedSchedule): Promise<string[]> {
  const t = await getTranslations("purchase.buy");
  const locale = await currentLocale();
  const { cancelBy, finishBy } = dates;
  return [
    await redeemWords(dates, startsAt !== null),
    cancelBy ? t("cancelShort", { until: formatMoment(cancelBy, locale) }) : t("cancelNever"),
    t("finishShort", { until: formatMoment(finishBy, locale) }),
  ];
}
