import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { ListedDraw } from "../types.ts";

type DrawTableProps = {
  readonly draws: readonly ListedDraw[];
  readonly statusOf: (draw: ListedDraw) => ReactNode;
};

/** All waves whose list is fixed. */
export async function DrawTable({ draws, statusOf }: DrawTableProps) {
  const t = await getTranslations("draw-proof.list");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={draws}
      rowKey={({ number }) => String(number)}
      empty={<EmptyState scene="waiting" title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("number"),
          rowHeader: true,
          cell: ({ number }) => (
            <a href={`/undian/${number}`} className="link inline-flex min-h-11 items-center">
              {t("of", { number })}
            </a>
          ),
        },
        { header: t("status"), cell: statusOf },
        {
          header: t("entries"),
          cell: ({ entryCount }) => formatNumber(entryCount, locale),
          numeric: true,
        },
        { header: t("quota"), cell: ({ quota }) => formatNumber(quota, locale), numeric: true },
        { header: t("frozen"), cell: ({ frozenAt }) => formatShort(frozenAt, locale) },
        {
          header: t("published"),
          cell: ({ publishedAt }) => (publishedAt ? formatShort(publishedAt, locale) : t("notYet")),
        },
      ]}
    />
  );
}
