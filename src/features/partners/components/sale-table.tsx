import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { Sale } from "../queries/sales.ts";
import { STATUS_TONES } from "./status-tones.ts";

/** What a platform sold, by invoice and transaction code, without anything of the buyer. */
export async function SaleTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly Sale[];
}) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState scene="market" title={t("purchases.empty")} text={t("platform.noCoursesText")} />}
      columns={[
        {
          header: t("platform.invoice"),
          rowHeader: true,
          cell: ({ invoiceCode }) => <code className="font-mono break-words">{invoiceCode}</code>,
        },
        {
          header: t("platform.transaction"),
          cell: ({ transactionCode }) => <code className="font-mono break-words">{transactionCode}</code>,
        },
        { header: t("purchases.course"), cell: ({ courseTitle }) => courseTitle },
        { header: t("platform.channel"), cell: ({ channel }) => t(`platform.channels.${channel}`) },
        { header: t("purchases.price"), numeric: true, cell: ({ price }) => <Money amount={price} /> },
        {
          header: t("platform.commissionColumn"),
          numeric: true,
          cell: ({ commission }) => <Money amount={commission} />,
        },
        { header: t("purchases.when"), cell: ({ purchasedAt }) => formatShort(purchasedAt, locale) },
        {
          header: t("purchases.state"),
          cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Tag>,
        },
      ]}
    />
  );
}
