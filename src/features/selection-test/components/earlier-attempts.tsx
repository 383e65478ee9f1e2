import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { PastAttempt } from "../types/flags.ts";

/** What a person did before another attempt was granted; nothing for nearly everybody. */
export async function EarlierAttempts({ attempts }: { readonly attempts: readonly PastAttempt[] }) {
  const earlier = attempts.filter(({ superseded }) => superseded !== null);
  if (earlier.length === 0) return null;
  const t = await getTranslations("selection-test");
  const locale = await currentLocale();
  return (
    <Card title={t("result.earlier")}>
      <DataTable
        caption={t("result.earlierCaption")}
        captionHidden
        rows={earlier}
        rowKey={(row) => row.id}
        columns={[
          {
            header: t("attempts.started"),
            cell: (row) => formatShort(row.startedAt, locale),
            rowHeader: true,
          },
          {
            header: t("attempts.knowledge"),
            cell: (row) => (row.knowledge === null ? "–" : `${row.knowledge}%`),
            numeric: true,
          },
          {
            header: t("attempts.result"),
            cell: (row) => (row.passed === null ? "–" : t(`attempts.${row.passed ? "passed" : "failed"}`)),
          },
        ]}
      />
    </Card>
  );
}
