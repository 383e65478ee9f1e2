import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ProviderCourse } from "../types.ts";

/** The provider's courses and their seats. */
export async function ProviderCourses({ courses }: { readonly courses: readonly ProviderCourse[] }) {
  const t = await getTranslations("partners.courses");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={t("title")}
      rows={courses}
      rowKey={({ slug }) => slug}
      empty={<EmptyState scene="market" title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("name"),
          rowHeader: true,
          cell: ({ slug, title, isOffered }) =>
            isOffered ? (
              <a href={`/pelatihan/${slug}`} className="link">
                {title}
              </a>
            ) : (
              title
            ),
        },
        { header: t("price"), numeric: true, cell: ({ price }) => <Money amount={price} /> },
        { header: t("seats"), numeric: true, cell: ({ seats }) => formatNumber(seats, locale) },
        { header: t("taken"), numeric: true, cell: ({ seatsTaken }) => formatNumber(seatsTaken, locale) },
        {
          header: t("left"),
          numeric: true,
          cell: ({ seats, seatsTaken }) => formatNumber(seats - seatsTaken, locale),
        },
        {
          header: t("state"),
          cell: ({ isOffered }) => (
            <Tag tone={isOffered ? "success" : "neutral"}>{t(isOffered ? "active" : "inactive")}</Tag>
          ),
        },
      ]}
    />
  );
}
