import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { ListedFile } from "../types.ts";
import { FileStatusTag } from "./file-status-tag.tsx";

/** The office's lists, the newest first. */
export async function FileTable({ files }: { readonly files: readonly ListedFile[] }) {
  const t = await getTranslations("bulk-registration.history");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      rows={files}
      rowKey={(file) => file.id}
      empty={<EmptyState scene="waiting" level={3} title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("name"),
          cell: (file) => (
            <a
              href={`/dinas/kolektif/${file.id}`}
              className="link inline-flex min-h-11 items-center wrap-anywhere"
            >
              {file.name}
            </a>
          ),
          rowHeader: true,
        },
        { header: t("status"), cell: (file) => <FileStatusTag status={file.status} /> },
        { header: t("taken"), cell: (file) => formatNumber(file.rowsTaken, locale), numeric: true },
        { header: t("refused"), cell: (file) => formatNumber(file.rowsRefused, locale), numeric: true },
        { header: t("officer"), cell: (file) => file.officer },
        { header: t("received"), cell: (file) => formatShort(file.receivedAt, locale) },
      ]}
    />
  );
}
