import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ColumnTable, ImportForm } from "#features/selection-test/components/bank/import-parts.tsx";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank.importPage");
  return { title: t("title"), description: t("lead") };
}

/** How a list of items is written, and where it is uploaded. */
export default async function ImportItemsPage() {
  await requireStaff("item:write");
  const t = await getTranslations("selection-test.bank");
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={t("importPage.title")}
        lead={t("importPage.lead")}
        eyebrow={
          <a href="/admin/soal" className="link">
            {t("view.back")}
          </a>
        }
      />
      <Card title={t("importPage.stepsTitle")}>
        <ol className="grid list-decimal gap-2 ps-6">
          {(["template", "upload", "mend", "review"] as const).map((step) => (
            <li key={step}>{t(`importPage.steps.${step}`)}</li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/admin/soal/impor/templat?format=csv" icon="download">
            {t("importPage.templateCsv")}
          </LinkButton>
          <LinkButton href="/admin/soal/impor/templat?format=xlsx" icon="download" variant="secondary">
            {t("importPage.templateXlsx")}
          </LinkButton>
        </div>
      </Card>
      <Card title={t("importPage.uploadTitle")}>
        <ImportForm />
      </Card>
      <Card title={t("importPage.columnsTitle")}>
        <p>{t("importPage.columnsText")}</p>
        <ColumnTable />
      </Card>
    </StaffFrame>
  );
}
