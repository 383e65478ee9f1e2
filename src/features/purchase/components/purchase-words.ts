import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Tone } from "#ui/primitives/tag.tsx";
import type { CancelCause, OwnPurchase, PurchaseStatus } from "../types.ts";

export const statusTones: Readonly<Record<PurchaseStatus, Tone>> = {
  bought: "warning",
  redeemed: "info",
  finished: "success",
  cancelled: "neutral",
  forfeited: "danger",
};

const cancelledWords = {
  participant: "cancelled",
  platform: "cancelledPlatform",
  schedule: "cancelledSchedule",
} as const satisfies Record<CancelCause, string>;

/** What the state of a purchase means for its owner: what to do, or what happened. */
export async function explainPurchase(purchase: OwnPurchase, now: Date): Promise<string> {
  const t = await getTranslations("purchase.explain");
  const locale = await currentLocale();
  const day = (moment: Date) => formatMoment(moment, locale);
  switch (purchase.status) {
    case "bought": {
      const until = day(purchase.redeemBy);
      if (now > purchase.redeemBy) return t("boughtLate", { until });
      return purchase.schedule.startsAt
        ? t("boughtHeld", { from: day(purchase.redeemFrom), until })
        : t("bought", { until });
    }
    case "redeemed":
      return t("redeemed", { until: day(purchase.finishBy) });
    case "finished":
      return t("finished", { moment: day(purchase.finishedAt ?? purchase.finishBy) });
    case "cancelled":
      return t(cancelledWords[purchase.cancelCause ?? "participant"], {
        moment: day(purchase.cancelledAt ?? purchase.purchasedAt),
        platform: purchase.platformName,
        provider: purchase.providerName,
      });
    default:
      return t("forfeited");
  }
}

/** "ABCDE FGHJK": easier to read out and to type. */
export function groupedCode(code: string): string {
  return code.match(/.{1,5}/g)?.join(" ") ?? code;
}
