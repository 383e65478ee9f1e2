import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ReviewedApplicant } from "../types.ts";

type ApplicantTableProps = {
  readonly rows: readonly ReviewedApplicant[];
  /** After the draw the outcome stands, not what would be found now. */
  readonly isDrawn: boolean;
  readonly next: string | null;
};

/** A wave's applicants with their eligibility and its reason. No names: none is needed to decide. */
export async function ApplicantTable({ rows, isDrawn, next }: ApplicantTableProps) {
  const t = await getTranslations("wave-review.admin");
  const entry = await getTranslations("waves.entry");
  const locale = await currentLocale();
  return (
    <Card title={t("applicants")}>
      <DataTable
        caption={t("caption")}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.participantId}
        empty={<p className="text-ink-soft">{t("nobody")}</p>}
        columns={[
          {
            header: t("person"),
            cell: (row) => <code className="break-all">{row.participantId}</code>,
            rowHeader: true,
          },
          { header: t("age"), cell: (row) => row.age ?? "–", numeric: true },
          { header: t("genderColumn"), cell: (row) => t(`gender.${row.gender ?? "unknown"}`) },
          { header: t("province"), cell: (row) => row.province ?? "–" },
          {
            header: t("priorityColumn"),
            cell: (row) => t(`priority.${row.priority === 0 ? "first" : "other"}`),
          },
          { header: t("status"), cell: (row) => entry(row.status) },
          {
            header: t("eligibility"),
            cell: (row) =>
              row.refusal ? (
                refusalSentence(locale, { code: row.refusal })
              ) : (
                <Tag tone="success">{isDrawn ? t("settled") : t("eligible")}</Tag>
              ),
          },
        ]}
      />
      <Pagination
        label={t("pages")}
        next={next ? { href: `?sesudah=${next}`, label: t("next") } : undefined}
      />
    </Card>
  );
}
