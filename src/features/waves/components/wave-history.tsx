import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { WaveEntry } from "../types.ts";

const tones: Record<WaveEntry["status"], Tone> = {
  joined: "info",
  ineligible: "warning",
  selected: "success",
  not_selected: "warning",
};

/** Every wave that a person joined. A result is shown from its publication on. */
export async function WaveHistory({ entries }: { readonly entries: readonly WaveEntry[] }) {
  const t = await getTranslations("waves");
  const locale = await currentLocale();
  const rows = entries.map((entry) =>
    entry.waveStatus === "published" ? entry : { ...entry, status: "joined" as const, reason: null },
  );
  return (
    <Card title={t("history.heading")} look="plain">
      <DataTable
        caption={t("history.caption")}
        captionHidden
        rows={rows}
        rowKey={(entry) => entry.waveId}
        empty={<p className="text-ink-soft">{t("history.empty")}</p>}
        columns={[
          {
            header: t("history.wave"),
            cell: (entry) => t("history.waveValue", { number: entry.waveNumber }),
            rowHeader: true,
          },
          { header: t("history.joined"), cell: (entry) => formatMoment(entry.joinedAt, locale) },
          {
            header: t("history.status"),
            cell: (entry) => <Tag tone={tones[entry.status]}>{t(`entry.${entry.status}`)}</Tag>,
          },
          {
            header: t("history.reason"),
            cell: (entry) => (entry.reason ? refusalSentence(locale, { code: entry.reason }) : "–"),
          },
        ]}
      />
    </Card>
  );
}
