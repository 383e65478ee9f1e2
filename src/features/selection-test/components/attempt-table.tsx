import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { PastAttempt } from "../types/flags.ts";

/** Every attempt of a person for the staff: times, what was added to them, result, and why it gave way. */
export async function AttemptTable({ attempts }: { readonly attempts: readonly PastAttempt[] }) {
  const t = await getTranslations("selection-test.attempts");
  const locale = await currentLocale();
  const added = ({ extraPercent, givenBackSeconds }: PastAttempt) =>
    [
      extraPercent > 0 && t("extra", { percent: extraPercent }),
      givenBackSeconds > 0 && t("givenBack", { seconds: givenBackSeconds }),
    ]
      .filter(Boolean)
      .join(", ") || t("none");
  const superseded = ({ superseded: given }: PastAttempt) =>
    given
      ? t("reason", { moment: formatShort(given.at, locale), reason: given.reason ?? t("noReason") })
      : t("stands");
  return (
    <DataTable
      caption={t("caption")}
      rows={attempts}
      rowKey={(row) => row.id}
      empty={<EmptyState scene="test" title={t("empty")} text={t("emptyText")} />}
      columns={[
        { header: t("started"), cell: (row) => formatShort(row.startedAt, locale), rowHeader: true },
        {
          header: t("finished"),
          cell: (row) => (row.submittedAt ? formatShort(row.submittedAt, locale) : t("open")),
        },
        {
          header: t("knowledge"),
          cell: (row) => (row.knowledge === null ? "–" : `${row.knowledge}%`),
          numeric: true,
        },
        {
          header: t("result"),
          cell: (row) => (row.passed === null ? "–" : t(row.passed ? "passed" : "failed")),
        },
        { header: t("time"), cell: added },
        { header: t("superseded"), cell: superseded },
      ]}
    />
  );
}
