import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { Offer } from "../types/offer.ts";

type RefusedOfferProps = { readonly offer: Extract<Offer, { kind: "refused" }> };

/** Why a course cannot be bought now, and where to go instead. */
export async function RefusedOffer({ offer: { refusal, underWay } }: RefusedOfferProps) {
  const t = await getTranslations("purchase.offer");
  const ways: Readonly<Record<string, readonly [string, string]>> = {
    "purchase-not-recipient": ["/gelombang", t("notRecipientAction")],
    "purchase-under-way": [`/transaksi/${underWay ?? ""}`, t("underWayAction")],
    "purchase-bought-before": ["/transaksi", t("owned")],
  };
  const [href, label] = ways[refusal.code] ?? ["/pelatihan", t("otherAction")];
  return (
    <EmptyState
      scene="market"
      title={t("why")}
      text={refusalSentence(await currentLocale(), refusal)}
      action={<LinkButton href={href}>{label}</LinkButton>}
    />
  );
}
