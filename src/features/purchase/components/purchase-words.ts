import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Tone } from "#ui/primitives/tag.tsx";
import type { OwnPurchase, PurchaseStatus } from "../types.ts";

export const statusTones: Readonly<Record<PurchaseStatus, Tone>> = {
  bought: "warning",
  redeemed: "info",
  finished: "success",
  cancelled: "neutral",
  forfeited: "danger",
};

/** What the state of a purchase means for its owner: what to do, or what happened. */
export async function explainPurchase(purchase: OwnPurchase, now: Date): Promise<string> {
  const t = await getTranslations("purchase.explain");
  const locale = await currentLocale();
  const day = (moment: Date) => formatMoment(moment, locale);
  switch (purchase.status) {
    case "bought": {
      const until = day(purchase.redeemBy);
      return now > purchase.redeemBy ? t("boughtLate", { until }) : t("bought", { until });
    }
    case "redeemed":
      return t("redeemed", { until: day(purchase.finishBy) });
    case "finished":
      return t("finished", { moment: day(purchase.finishedAt ?? purchase.finishBy) });
    case "cancelled":
      return t("cancelled", { moment: day(purchase.cancelledAt ?? purchase.purchasedAt) });
    default:
      return t("forfeited");
  }
}

/** "ABCDE FGHJK": easier to read out and to type. */
export function groupedCode(code: string): string {
  return code.match(/.{1,5}/g)?.join(" ") ?? code;
}
