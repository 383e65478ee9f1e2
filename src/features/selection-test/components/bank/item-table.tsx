import { getTranslations } from "next-intl/server";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { ListedItem } from "../../types/bank.ts";
import { ItemStateTag } from "./item-state-tag.tsx";

/** Letters of an item that a list shows. */
const SHOWN = 110;

/** Versions of items, by code. */
export async function ItemTable({ rows }: { readonly rows: readonly ListedItem[] }) {
  const t = await getTranslations("selection-test.bank");
  const kinds = await getTranslations("selection-test.question.kind");
  return (
    <DataTable
      dense
      caption={t("caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState scene="notfound" level={3} title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("code"),
          rowHeader: true,
          cell: (row) => (
            <a href={`/admin/soal/${row.id}`} className="link -my-3 inline-block py-3 whitespace-nowrap">
              {row.code}
            </a>
          ),
        },
        { header: t("version"), cell: (row) => row.version, numeric: true },
        { header: t("kind"), cell: (row) => kinds(row.kind) },
        {
          header: t("item"),
          cell: (row) => (
            <>
              {row.stem.length > SHOWN ? `${row.stem.slice(0, SHOWN)}…` : row.stem}
              {row.hasPicture ? <span className="text-ink-soft"> ({t("hasPicture")})</span> : null}
            </>
          ),
        },
        { header: t("state"), cell: (row) => <ItemStateTag state={row.state} active={row.active} /> },
      ]}
    />
  );
}
