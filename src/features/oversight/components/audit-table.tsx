import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { AuditRow } from "../types.ts";

/** Who did what, latest first. */
export async function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const t = await getTranslations("oversight.audit");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState scene="notfound" title={t("empty")} text={t("emptyText")} />}
      columns={[
        { header: t("when"), cell: (row) => formatShort(row.at, locale) },
        {
          header: t("who"),
          cell: (row) => <span className="wrap-anywhere">{row.actor ?? t("system")}</span>,
        },
        { header: t("role"), cell: (row) => row.actorRole },
        { header: t("what"), cell: (row) => row.action, rowHeader: true },
        { header: t("subject"), cell: (row) => <span className="break-all">{row.subject ?? "–"}</span> },
        {
          header: t("details"),
          cell: (row) => (
            <span className="wrap-anywhere">
              {Object.entries(row.details)
                .map(([name, value]) => `${name}: ${value}`)
                .join("; ") || "–"}
            </span>
          ),
        },
      ]}
    />
  );
}
