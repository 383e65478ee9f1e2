import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { findTrialBalance } from "#features/oversight/queries.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("oversight.money");
  return { title: t("title"), description: t("lead") };
}

/** The books at a glance: every kind of account, and whether all of it comes to zero. */
export default async function MoneyPage() {
  await requireStaff("money:review");
  const t = await getTranslations("oversight.money");
  const { lines, total } = await findTrialBalance();
  return (
    <StaffFrame current="/admin/keuangan">
      <PageHeader title={t("title")} lead={t("lead")} />
      {lines.length === 0 ? null : (
        <Notice tone={total === 0n ? "success" : "danger"}>
          {total === 0n ? t("balanced") : t("unbalanced")}
        </Notice>
      )}
      <DataTable
        caption={t("caption")}
        rows={lines}
        rowKey={(line) => line.kind}
        empty={<EmptyState scene="money" title={t("empty")} text={t("emptyText")} />}
        columns={[
          { header: t("kindColumn"), cell: (line) => t(`kind.${line.kind}`), rowHeader: true },
          { header: t("sum"), cell: (line) => <Money amount={line.sum} />, numeric: true },
        ]}
      />
      {lines.length === 0 ? null : (
        <p className="text-end font-semibold">
          {t("total")}: <Money amount={total} />
        </p>
      )}
    </StaffFrame>
  );
}
