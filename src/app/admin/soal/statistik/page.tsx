import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { FiguresTable } from "#features/selection-test/components/bank/figures-table.tsx";
import { HowCounted } from "#features/selection-test/components/bank/item-figures.tsx";
import { ItemScatter } from "#features/selection-test/components/bank/item-scatter.tsx";
import { StatisticsFilterForm } from "#features/selection-test/components/bank/statistics-filter.tsx";
import { findMeasuredItems } from "#features/selection-test/queries/bank-statistics.ts";
import { statisticsQuery } from "#features/selection-test/schema/bank.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank.stats");
  return { title: t("title"), description: t("lead") };
}

/** Rows of the table; the chart shows all at once. */
const PER_PAGE = 50;

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Every item of one kind by what the answers say of it. */
export default async function ItemStatisticsPage({ searchParams }: Props) {
  await requireStaff("item:write");
  const t = await getTranslations("selection-test.bank");
  const { jenis, tanda, setelah } = statisticsQuery.parse(await searchParams);
  const all = await findMeasuredItems(jenis);
  const items = tanda ? all.filter(({ figures }) => figures.flags.length > 0) : all;
  const from = items.findIndex(({ id }) => id === setelah) + 1;
  const rows = items.slice(from, from + PER_PAGE);
  const address = (after?: string) =>
    `?${new URLSearchParams({ jenis, ...(tanda ? { tanda } : {}), ...(after ? { setelah: after } : {}) })}`;
  const last = rows.at(-1);
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={t("stats.title")}
        lead={t("stats.lead")}
        eyebrow={
          <a href="/admin/soal" className="link">
            {t("view.back")}
          </a>
        }
      />
      <StatisticsFilterForm kind={jenis} isFlagged={tanda === "1"} />
      {items.length === 0 ? (
        <EmptyState scene="waiting" title={t("stats.empty")} text={t("stats.emptyText")} />
      ) : (
        <>
          {jenis === "motivation" ? null : (
            <Card title={t("stats.chart")}>
              <ItemScatter items={items} />
            </Card>
          )}
          <Card>
            <FiguresTable items={rows} />
            <Pagination
              label={t("stats.pages")}
              previous={from > 0 ? { href: address(), label: t("stats.first") } : undefined}
              next={
                last && from + PER_PAGE < items.length
                  ? { href: address(last.id), label: t("stats.next") }
                  : undefined
              }
            />
          </Card>
        </>
      )}
      <HowCounted />
    </StaffFrame>
  );
}
