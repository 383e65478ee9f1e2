import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { MeasuredItem } from "../../types/bank.ts";
import { correlationOf, percentOf } from "./figure-words.ts";

/** The figures of the chart, and those that it has no room for. */
export async function FiguresTable({ items }: { readonly items: readonly MeasuredItem[] }) {
  const t = await getTranslations("selection-test.bank.stats");
  const bank = await getTranslations("selection-test.bank");
  const locale = await currentLocale();
  const none = t("none");
  return (
    <DataTable
      dense
      caption={t("caption")}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          header: bank("code"),
          rowHeader: true,
          cell: ({ id }) => (
            <a href={`/admin/soal/${id}`} className="link -my-3 inline-block py-3 whitespace-nowrap">
              {id}
            </a>
          ),
        },
        {
          header: t("answers"),
          numeric: true,
          cell: ({ figures }) => formatNumber(figures.answers, locale),
        },
        {
          header: t("difficulty"),
          numeric: true,
          cell: ({ figures: { difficulty } }) => (difficulty === null ? none : percentOf(difficulty)),
        },
        {
          header: t("discrimination"),
          numeric: true,
          cell: ({ figures: { discrimination } }) =>
            discrimination === null ? none : correlationOf(discrimination, locale),
        },
        { header: t("omitted"), numeric: true, cell: ({ figures }) => percentOf(figures.omitted) },
        {
          header: t("median"),
          numeric: true,
          cell: ({ figures: { medianSeconds } }) =>
            medianSeconds === null ? none : t("seconds", { seconds: Math.round(medianSeconds) }),
        },
        {
          header: t("flags"),
          cell: ({ figures: { flags } }) =>
            flags.length === 0 ? (
              none
            ) : (
              <span className="flex flex-wrap gap-1.5">
                {flags.map((flag) => (
                  <Tag key={flag} tone="warning">
                    {t(`flag.${flag}`)}
                  </Tag>
                ))}
              </span>
            ),
        },
      ]}
    />
  );
}
