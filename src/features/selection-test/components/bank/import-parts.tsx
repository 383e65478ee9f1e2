import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { errorSentence, refusalSentence } from "#i18n/sentences.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import { importItemsAction } from "../../actions/bank.ts";
import { headersOf } from "../../queries/bank-list.ts";
import { type ItemImport, itemColumns } from "../../types/bank.ts";

export async function ImportForm() {
  const t = await getTranslations("selection-test.bank.importPage");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={importItemsAction} commandKey={newCommandKey()} errorTitle={shell("errorTitle")}>
      <FileField name="list" label={t("list")} hint={t("listHint")} accept=".csv,.xlsx,text/csv" required />
      <div>
        <SubmitButton busyText={shell("sending")}>{t("upload")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What each column holds; the headers are those of the template. */
export async function ColumnTable() {
  const t = await getTranslations("selection-test.bank");
  const headers = headersOf();
  return (
    <DataTable
      dense
      caption={t("importPage.columnsTitle")}
      captionHidden
      rows={itemColumns}
      rowKey={(column) => column}
      columns={[
        {
          header: t("importPage.column"),
          rowHeader: true,
          cell: (column) => <code className="font-mono">{headers[column]}</code>,
        },
        { header: t("importPage.meaning"), cell: (column) => t(`columns.${column}.text`) },
      ]}
    />
  );
}

/** How many rows became what, and every reason why one did not. */
export async function ImportResult({ result }: { readonly result: ItemImport }) {
  const t = await getTranslations("selection-test.bank.importPage");
  const locale = await currentLocale();
  const headers = headersOf();
  const told = (code: string) => {
    const sentence = refusalSentence(locale, { code });
    return sentence === code ? errorSentence(locale, code) : sentence;
  };
  const tiles = [
    { label: t("added"), value: result.added },
    { label: t("changed"), value: result.changed },
    { label: t("unchanged"), value: result.unchanged },
    { label: t("refusedCount"), value: new Set(result.refused.map(({ row }) => row)).size },
  ];
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {tiles.map((tile) => (
          <StatTile key={tile.label} {...tile} />
        ))}
      </dl>
      <DataTable
        dense
        caption={t("refused")}
        rows={result.refused}
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        empty={<p>{t("noneRefused")}</p>}
        columns={[
          { header: t("row"), rowHeader: true, numeric: true, cell: ({ row }) => row },
          {
            header: t("column"),
            cell: ({ column }) =>
              column ? <code className="font-mono">{headers[column]}</code> : t("wholeRow"),
          },
          { header: t("why"), cell: ({ code }) => told(code) },
        ]}
      />
    </>
  );
}
