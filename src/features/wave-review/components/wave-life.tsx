import { getTranslations } from "next-intl/server";
import type { ListedWave } from "#features/waves/types.ts";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Timeline } from "#ui/primitives/timeline.tsx";

/** Every step of a wave's life: what happened, and what is still to come. */
export async function WaveLife({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("wave-review.life");
  const kinds = await getTranslations("waves.kind");
  const locale = await currentLocale();
  const steps = [
    {
      id: "opened",
      title: wave.openedAt ? t("opened") : t("opens"),
      at: wave.openedAt,
      planned: wave.opensAt,
    },
    {
      id: "closed",
      title: wave.closedAt ? t("closed") : t("closes"),
      at: wave.closedAt,
      planned: wave.closesAt,
    },
    ...(["frozen", "drawn", "reviewed", "decided", "published", "archived"] as const).map((step) => ({
      id: step,
      title: t(step),
      at: wave[`${step}At`],
      planned: null,
    })),
  ];
  return (
    <Card title={t("title")}>
      <SummaryList
        rows={[
          { label: t("scheme"), value: wave.schemeName },
          { label: t("kind"), value: kinds(wave.kind) },
          { label: t("quota"), value: formatNumber(wave.quota, locale) },
          { label: t("rule"), value: wave.ruleVersion ?? t("ruleLater") },
        ]}
      />
      <Timeline
        items={steps.map(({ id, title, at, planned }) => {
          const moment = at ?? planned;
          return {
            id,
            title,
            when: moment ? formatMoment(moment, locale) : t("planned"),
            ...(moment ? { dateTime: moment.toISOString() } : {}),
            tone: at ? ("success" as const) : ("neutral" as const),
          };
        })}
      />
    </Card>
  );
}
