import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { WaveEntry, WaveStatus } from "../types.ts";

const tones: Record<WaveEntry["status"], Tone> = {
  joined: "info",
  ineligible: "warning",
  selected: "success",
  not_selected: "warning",
};

/** From its freeze on, a wave's draw can be looked at by anyone. */
const beforeTheDraw: readonly WaveStatus[] = ["draft", "scheduled", "open", "closed"];

const isTold = (status: WaveStatus) => status === "published" || status === "archived";

/** Every wave that a person joined. A result is shown from its publication on. */
export async function WaveHistory({ entries }: { readonly entries: readonly WaveEntry[] }) {
  const t = await getTranslations("waves");
  const locale = await currentLocale();
  const rows = entries.map((entry) =>
    isTold(entry.waveStatus) ? entry : { ...entry, status: "joined" as const, reason: null },
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
          {
            header: t("history.draw"),
            cell: (entry) =>
              beforeTheDraw.includes(entry.waveStatus) ? (
                t("history.noDraw")
              ) : (
                <a href={`/gelombang/${entry.waveNumber}`} className="link inline-flex min-h-11 items-center">
                  {t("history.drawLink", { number: entry.waveNumber })}
                </a>
              ),
          },
        ]}
      />
    </Card>
  );
}
