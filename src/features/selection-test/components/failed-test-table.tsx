import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { FailedTest } from "../types.ts";

export async function FailedTestTable({ rows }: { readonly rows: readonly FailedTest[] }) {
  const t = await getTranslations("selection-test.grant");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.participantId}
      empty={<EmptyState scene="test" title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("person"),
          cell: (row) => (
            <a
              href={`/admin/tes/peserta/${row.participantId}`}
              className="link inline-flex min-h-11 items-center"
            >
              <code className="break-all">{row.participantId}</code>
            </a>
          ),
          rowHeader: true,
        },
        { header: t("finished"), cell: (row) => formatShort(row.submittedAt, locale) },
        { header: t("knowledge"), cell: (row) => `${row.knowledge}%`, numeric: true },
        { header: t("complete"), cell: (row) => (row.complete ? t("yes") : t("no")) },
        {
          header: t("by"),
          cell: (row) => (row.submittedBy === "participant" ? t("byParticipant") : t("byDeadline")),
        },
      ]}
    />
  );
}
