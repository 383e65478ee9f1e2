import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ProviderPurchase } from "../types.ts";
import { STATUS_TONES } from "./status-tones.ts";

/** The latest purchases by redeem code, without anything of the person. */
export async function ProviderPurchases({ purchases }: { readonly purchases: readonly ProviderPurchase[] }) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={t("purchases.title")}
      rows={purchases}
      rowKey={({ redeemCode }) => redeemCode}
      empty={<EmptyState scene="market" title={t("purchases.empty")} text={t("purchases.emptyText")} />}
      columns={[
        {
          header: t("purchases.code"),
          rowHeader: true,
          cell: ({ redeemCode }) => <code className="font-mono">{redeemCode}</code>,
        },
        { header: t("purchases.course"), cell: ({ courseTitle }) => courseTitle },
        { header: t("purchases.price"), numeric: true, cell: ({ price }) => <Money amount={price} /> },
        {
          header: t("purchases.when"),
          cell: ({ purchasedAt }) => (
            <time dateTime={purchasedAt.toISOString()}>{formatShort(purchasedAt, locale)}</time>
          ),
        },
        {
          header: t("purchases.state"),
          cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Tag>,
        },
      ]}
    />
  );
}
