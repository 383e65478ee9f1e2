import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { TestFlag } from "../../types/flags.ts";
import { evidenceInWords } from "./evidence-words.ts";

/** Flags that wait for a person, with what each points at. */
export async function FlagTable({ flags }: { readonly flags: readonly TestFlag[] }) {
  const t = await getTranslations("selection-test.flags");
  const locale = await currentLocale();
  const rows = await Promise.all(
    flags.map(async (flag) => ({ ...flag, words: await evidenceInWords(flag.evidence) })),
  );
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState scene="test" title={t("empty")} text={t("emptyText")} />}
      columns={[
        {
          header: t("person"),
          rowHeader: true,
          cell: (row) => <code className="break-all">{row.participantId}</code>,
        },
        {
          header: t("what"),
          cell: (row) => (
            <>
              <span className="font-semibold">{t(`kind.${row.evidence.kind}`)}.</span> {row.words}
            </>
          ),
        },
        { header: t("raised"), cell: (row) => formatShort(row.raisedAt, locale) },
        {
          header: t("judge"),
          cell: (row) => (
            <a href={`/admin/tes/tanda/${row.id}`} className="link inline-flex min-h-11 items-center">
              {t("open")}
              <span className="sr-only"> {row.participantId}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
