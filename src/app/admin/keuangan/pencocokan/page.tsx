import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ReconciliationTable } from "#features/accounting/components/reconciliation-table.tsx";
import { findReconciliations } from "#features/accounting/queries/reconciliation.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounting.reconcile");
  return { title: t("title"), description: t("lead") };
}

/** The books beside what the stages know themselves. */
export default async function ReconciliationPage() {
  await requireStaff("money:review");
  const t = await getTranslations("accounting.reconcile");
  const rows = await findReconciliations();
  const differing = rows.filter(({ ledger, other }) => ledger !== other).length;
  return (
    <StaffFrame current="/admin/keuangan">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice tone={differing === 0 ? "success" : "danger"}>
        {differing === 0 ? t("allSame") : t("someDiffer", { count: differing })}
      </Notice>
      <ReconciliationTable rows={rows} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/admin/keuangan/pencocokan.csv" variant="secondary" icon="download" download wide>
          {t("csv")}
        </LinkButton>
        <LinkButton href="/admin/keuangan" variant="quiet" wide>
          {t("back")}
        </LinkButton>
      </div>
    </StaffFrame>
  );
}
