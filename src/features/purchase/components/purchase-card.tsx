import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { OwnPurchase } from "../types.ts";
import { explainPurchase, groupedCode, statusTones } from "./purchase-words.ts";

type PurchaseCardProps = { readonly purchase: OwnPurchase; readonly now: Date };

/** One purchase in the history: what it was, what it cost, how it stands. */
export async function PurchaseCard({ purchase, now }: PurchaseCardProps) {
  const t = await getTranslations("purchase");
  const { course, providerName, status, price, redeemCode } = purchase;
  const isOpen = status === "bought" || status === "redeemed";
  return (
    <Card
      level={3}
      title={course.title}
      look={isOpen ? "raised" : "sunken"}
      aside={<Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>}
    >
      <p className="text-ink-soft">
        {providerName} ·{" "}
        {t("history.bought", { moment: formatShort(purchase.purchasedAt, await currentLocale()) })}
      </p>
      <p>
        <Money amount={price} size="large" />
      </p>
      <p>{await explainPurchase(purchase, now)}</p>
      {status === "bought" && now <= purchase.redeemBy ? (
        <p>
          {t("history.code")}: <strong className="font-mono select-all">{groupedCode(redeemCode)}</strong>
        </p>
      ) : null}
      <a href={`/transaksi/${purchase.id}`} className="link inline-flex min-h-11 w-fit items-center">
        {t("history.open")}
        <span className="sr-only"> {course.title}</span>
      </a>
    </Card>
  );
}
