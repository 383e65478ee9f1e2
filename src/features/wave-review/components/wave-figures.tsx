import { getTranslations } from "next-intl/server";
import type { WaveStatus } from "#features/waves/types.ts";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import { type ShownDimension, shownDimensions, type WaveFigures } from "../types.ts";
import { TallyChart } from "./tally-chart.tsx";

type WaveFiguresProps = { readonly figures: WaveFigures | null; readonly status: WaveStatus };

/** How many joined, may be drawn and were selected, by every trait. */
export async function WaveFiguresCard({ figures, status }: WaveFiguresProps) {
  const t = await getTranslations("wave-review.figures");
  const locale = await currentLocale();
  if (!figures || figures.all.joined === 0) {
    const isPlan = status === "draft" || status === "scheduled";
    return (
      <Card title={t("title")}>
        <p className="text-ink-soft">{isPlan ? t("plan") : t(figures ? "empty" : "none")}</p>
      </Card>
    );
  }
  const { all, measuredAt } = figures;
  const isDrawn = all.selected > 0 || figures.by.outcome.some(({ label }) => label !== "not_drawn");
  const isOpen = figures.status === "open" || figures.status === "closed";
  const moment = formatMoment(measuredAt, locale);
  const shown = shownDimensions.filter((dimension) => isDrawn || dimension !== "outcome");
  return (
    <Card title={t("title")}>
      <p className="text-ink-soft">{t(isOpen ? "measuredOpen" : "measured", { moment })}</p>
      <dl className="grid gap-4 sm:grid-cols-3">
        <StatTile label={t("joined")} value={formatNumber(all.joined, locale)} />
        <StatTile label={t("eligible")} value={formatNumber(all.eligible, locale)} />
        {isDrawn ? <StatTile label={t("selected")} value={formatNumber(all.selected, locale)} /> : null}
      </dl>
      <p className="text-sm text-ink-soft">{t("legend")}</p>
      <div className="grid gap-8 xl:grid-cols-2">
        {shown.map((dimension: ShownDimension) => (
          <TallyChart key={dimension} dimension={dimension} figures={figures} isDrawn={isDrawn} />
        ))}
      </div>
    </Card>
  );
}
