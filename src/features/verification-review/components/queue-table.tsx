import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { caseNumber, type ListedCase } from "../types.ts";

type QueueTableProps = { readonly rows: readonly ListedCase[]; readonly me: AccountId };

/** Cases, the most pressing first; who they are about stands behind the door of each. */
export async function QueueTable({ rows, me }: QueueTableProps) {
  const t = await getTranslations("verification-review");
  const locale = await currentLocale();
  const holderOf = ({ holder }: ListedCase) => {
    if (!holder) return t("queue.nobody");
    return holder.id === me ? t("queue.you") : holder.name;
  };
  return (
    <DataTable
      dense
      caption={t("queue.caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          header: t("queue.case"),
          rowHeader: true,
          cell: (row) => (
            <a href={`/admin/verifikasi/${row.id}`} className="link -my-3 inline-flex min-h-11 items-center">
              {caseNumber(row.id)}
            </a>
          ),
        },
        { header: t("queue.kind"), cell: (row) => t(`kinds.${row.kind}`) },
        { header: t("queue.reason"), cell: (row) => t(`reasons.${row.reason}`) },
        {
          header: t("queue.due"),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              {formatShort(row.dueAt, locale)}
              {row.isOverdue ? <Tag tone="danger">{t("queue.overdue")}</Tag> : null}
            </span>
          ),
        },
        { header: t("queue.holder"), cell: holderOf },
      ]}
    />
  );
}
