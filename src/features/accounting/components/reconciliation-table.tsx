import { getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { Reconciliation, ReconciliationName } from "../types.ts";

/** Those that count rows and not rupiah. */
const counts: ReadonlySet<ReconciliationName> = new Set(["running-balances", "day-sums", "seals"]);

const figure = (name: ReconciliationName, value: bigint) =>
  counts.has(name) ? value.toString() : formatRupiah(value);

export async function ReconciliationTable({ rows }: { readonly rows: readonly Reconciliation[] }) {
  const t = await getTranslations("accounting.reconcile");
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { header: t("check"), rowHeader: true, cell: ({ name }) => t(`name.${name}`) },
        { header: t("ledger"), numeric: true, cell: ({ name, ledger }) => figure(name, ledger) },
        { header: t("other"), numeric: true, cell: ({ name, other }) => figure(name, other) },
        {
          header: t("state"),
          cell: ({ name, ledger, other }) => (
            <Tag tone={ledger === other ? "success" : "danger"}>
              {ledger === other ? t("same") : t("differs", { amount: figure(name, ledger - other) })}
            </Tag>
          ),
        },
      ]}
    />
  );
}
