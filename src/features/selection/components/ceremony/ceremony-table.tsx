import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { actOf } from "../../queries/ceremony.ts";
import type { Ceremony } from "../../types/ceremony.ts";

/** The draws that a witness watches over; what waits for the witness is marked. */
export async function CeremonyTable({
  ceremonies,
  now,
}: {
  readonly ceremonies: readonly Ceremony[];
  readonly now: Date;
}) {
  const t = await getTranslations("selection.ceremony");
  const locale = await currentLocale();
  return (
    <Card>
      <DataTable
        caption={t("witnessTitle")}
        captionHidden
        rows={ceremonies}
        rowKey={({ waveId }) => waveId}
        columns={[
          {
            header: t("wave"),
            rowHeader: true,
            cell: ({ waveId, number }) => (
              <a href={`/saksi/${waveId}`} className="link inline-flex min-h-11 items-center">
                {t("of", { number })}
              </a>
            ),
          },
          { header: t("frozenAt"), cell: ({ frozenAt }) => formatShort(frozenAt, locale) },
          {
            header: t("entries"),
            cell: ({ entryCount }) => formatNumber(entryCount, locale),
            numeric: true,
          },
          {
            header: t("yourTurn"),
            cell: (ceremony) => {
              const { kind } = actOf(ceremony, "witness", now);
              return (
                <Tag tone={kind === "wait" || kind === "done" ? "neutral" : "warning"}>
                  {t(`turn.${kind}`)}
                </Tag>
              );
            },
          },
        ]}
      />
    </Card>
  );
}
