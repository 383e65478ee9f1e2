import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { SummaryList, type SummaryRow } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { OwnPurchase } from "../types.ts";
import { groupedCode, statusTones } from "./purchase-words.ts";
import { scheduleWords } from "./schedule-words.ts";

/** Everything that a purchase says, for keeping and printing. */
export async function PurchaseFactsCard({ purchase }: { readonly purchase: OwnPurchase }) {
  const t = await getTranslations("purchase");
  const locale = await currentLocale();
  const moment = (label: string, at: Date | null): SummaryRow[] =>
    at ? [{ label, value: formatMoment(at, locale) }] : [];
  const text = (label: string, value: string | null): SummaryRow[] => (value ? [{ label, value }] : []);
  const isWaiting = purchase.status === "bought";
  const isOpen = isWaiting || purchase.status === "redeemed";
  return (
    <Card title={t("one.facts")}>
      <SummaryList
        rows={[
          { label: t("one.course"), value: purchase.course.title },
          { label: t("one.provider"), value: purchase.providerName },
          { label: t("one.platform"), value: purchase.platformName },
          ...(purchase.schedule.startsAt
            ? [{ label: t("one.schedule"), value: await scheduleWords(purchase.schedule) }]
            : []),
          ...text(t("one.place"), purchase.schedule.place),
          { label: t("one.price"), value: <Money amount={purchase.price} /> },
          {
            label: t("one.status"),
            value: <Tag tone={statusTones[purchase.status]}>{t(`status.${purchase.status}`)}</Tag>,
          },
          {
            label: t("one.code"),
            value: <span className="font-mono select-all">{groupedCode(purchase.redeemCode)}</span>,
          },
          ...text(t("one.transaction"), purchase.transactionCode),
          ...moment(t("one.boughtAt"), purchase.purchasedAt),
          ...moment(
            t("one.redeemFrom"),
            isWaiting && purchase.schedule.startsAt ? purchase.redeemFrom : null,
          ),
          ...moment(t("one.redeemBy"), isWaiting ? purchase.redeemBy : null),
          ...moment(t("one.redeemedAt"), purchase.redeemedAt),
          ...moment(t("one.finishBy"), isOpen ? purchase.finishBy : null),
          ...moment(t("one.finishedAt"), purchase.finishedAt),
          ...moment(t("one.cancelledAt"), purchase.cancelledAt),
          ...text(
            t("one.cancelReason"),
            purchase.cancelCause === "schedule" ? purchase.schedule.cancelReason : null,
          ),
        ]}
      />
    </Card>
  );
}
