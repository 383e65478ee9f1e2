import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { toldReason } from "../queries/refused-list.ts";
import type { ListedFile, RefusedRow } from "../types.ts";

type RefusedRowsProps = {
  readonly file: ListedFile;
  readonly rows: readonly RefusedRow[];
  readonly next: number | null;
  readonly isFirst: boolean;
};

/** What is to be mended, row by row, and the rows as a file. */
export async function RefusedRows({ file, rows, next, isFirst }: RefusedRowsProps) {
  const t = await getTranslations("bulk-registration.rows");
  const locale = await currentLocale();
  const path = `/dinas/kolektif/${file.id}`;
  return (
    <>
      {file.isStored ? (
        <div className="grid gap-3">
          <p>{t("text")}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`${path}/belum-diambil?format=xlsx`} icon="download" variant="secondary">
              {t("xlsx")}
            </LinkButton>
            <LinkButton href={`${path}/belum-diambil?format=csv`} icon="download" variant="secondary">
              {t("csv")}
            </LinkButton>
          </div>
        </div>
      ) : (
        <Notice>{t("gone")}</Notice>
      )}
      <DataTable
        caption={t("title")}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            header: t("row"),
            cell: (row) => (
              <>
                <span className="sm:hidden">{t("row")} </span>
                {row.number}
              </>
            ),
            rowHeader: true,
          },
          {
            header: t("reasons"),
            cell: (row) => (
              <ul className="grid gap-1">
                {row.reasons.map((reason) => (
                  <li key={`${reason.column}-${reason.code}`}>{toldReason(reason, locale)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Pagination
        label={t("pages")}
        previous={isFirst ? undefined : { href: path, label: t("first") }}
        next={next === null ? undefined : { href: `${path}?setelah=${next}`, label: t("next") }}
      />
    </>
  );
}
