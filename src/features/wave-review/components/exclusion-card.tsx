import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { Exclusion } from "../types.ts";

type ExclusionCardProps = {
  readonly waveId: string;
  readonly count: number;
  readonly rows: readonly Exclusion[];
};

/** Who was taken out of the wave, by whom, when and why. */
export async function ExclusionCard({ waveId, count, rows }: ExclusionCardProps) {
  const t = await getTranslations("wave-review.exclusions");
  const locale = await currentLocale();
  return (
    <Card title={t("title")}>
      {count > 0 ? <p>{t("count", { count: formatNumber(count, locale) })}</p> : null}
      {count > rows.length ? <p className="text-ink-soft">{t("latest")}</p> : null}
      <DataTable
        caption={t("caption")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ participantId }) => participantId}
        empty={<p className="text-ink-soft">{t("none")}</p>}
        columns={[
          {
            header: t("person"),
            cell: ({ participantId }) => (
              <a className="link break-all" href={`/admin/gelombang/${waveId}/peserta/${participantId}`}>
                {participantId}
              </a>
            ),
            rowHeader: true,
          },
          { header: t("reason"), cell: ({ reason }) => t(`reasons.${reason}`) },
          { header: t("note"), cell: ({ note }) => <span className="wrap-anywhere">{note}</span> },
          { header: t("by"), cell: ({ excludedBy }) => excludedBy },
          { header: t("at"), cell: ({ excludedAt }) => formatShort(excludedAt, locale) },
        ]}
      />
    </Card>
  );
}
