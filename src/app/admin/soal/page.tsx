import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ItemFilterForm } from "#features/selection-test/components/bank/item-filter.tsx";
import { ItemTable } from "#features/selection-test/components/bank/item-table.tsx";
import { countItems, findItems } from "#features/selection-test/queries/bank.ts";
import { bankQuery } from "#features/selection-test/schema/bank.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The bank of items: what is drawn, what is being written, and the ways to write, import and measure. */
export default async function ItemBankPage({ searchParams }: Props) {
  await requireStaff("item:write");
  const t = await getTranslations("selection-test.bank");
  const { jenis, status, setelah } = bankQuery.parse(await searchParams);
  const filter = { kind: jenis, state: status };
  const { rows, next } = await findItems(filter, setelah);
  const address = (after?: string) =>
    `/admin/soal?${new URLSearchParams(
      Object.entries({ jenis, status, setelah: after }).flatMap(([name, value]) =>
        value ? [[name, value]] : [],
      ),
    )}`;
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/admin/soal/baru">{t("new")}</LinkButton>
        <LinkButton href="/admin/soal/impor" variant="secondary" icon="upload">
          {t("import")}
        </LinkButton>
        <LinkButton href="/admin/soal/ekspor" variant="secondary" icon="download">
          {t("exportCsv")}
        </LinkButton>
        <LinkButton href="/admin/soal/statistik" variant="secondary" icon="chart">
          {t("statistics")}
        </LinkButton>
      </div>
      <Counts />
      <Card title={t("caption")}>
        <ItemFilterForm filter={filter} />
        <ItemTable rows={rows} />
        <Pagination
          label={t("pages")}
          previous={setelah ? { href: address(), label: t("first") } : undefined}
          next={next ? { href: address(next), label: t("next") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}

async function Counts() {
  const t = await getTranslations("selection-test.bank.states");
  const counts = await countItems();
  return (
    <dl className="grid grid-cols-2 gap-4 lg:grid-cols-5">
      {(["approved", "resting", "in_review", "draft", "retired"] as const).map((state) => (
        <StatTile key={state} label={t(state)} value={counts[state] ?? 0} />
      ))}
    </dl>
  );
}
