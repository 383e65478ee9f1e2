import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { Tally, WaveCounts } from "../types.ts";

const entryStatuses = ["joined", "ineligible", "selected", "not_selected"] as const;
const genders = ["female", "male", "unknown"] as const;
const priorities = ["first", "other"] as const;

/** How many joined, by status, priority, gender and province. */
export async function WaveFigures({ counts }: { readonly counts: WaveCounts }) {
  const t = await getTranslations("wave-review.admin");
  const entry = await getTranslations("waves.entry");
  const locale = await currentLocale();
  const number = (count: number) => formatNumber(count, locale);
  if (counts.counted === 0) {
    return (
      <Card title={t("counts")}>
        <p className="text-ink-soft">{t("nobody")}</p>
      </Card>
    );
  }
  const rows = <Label extends string>(
    tallies: readonly Tally[],
    labels: readonly Label[],
    words: (label: Label) => string,
  ) =>
    labels.flatMap((label) => {
      const tally = tallies.find((each) => each.label === label);
      return tally ? [{ label: words(label), value: number(tally.count) }] : [];
    });
  const sections = [
    { title: t("byStatus"), rows: rows(counts.byStatus, entryStatuses, (label) => entry(label)) },
    { title: t("byPriority"), rows: rows(counts.byPriority, priorities, (label) => t(`priority.${label}`)) },
    { title: t("byGender"), rows: rows(counts.byGender, genders, (label) => t(`gender.${label}`)) },
    {
      title: t("byProvince"),
      rows: counts.byProvince.map(({ label, count }) => ({ label, value: number(count) })),
    },
  ];
  return (
    <Card title={t("counts")}>
      {counts.partial ? <Notice>{t("countsPartial", { count: number(counts.counted) })}</Notice> : null}
      <div className="grid gap-6 md:grid-cols-2">
        {sections.map((section) => (
          <section key={section.title} className="grid content-start gap-2">
            <h3>{section.title}</h3>
            <SummaryList rows={section.rows} />
          </section>
        ))}
      </div>
    </Card>
  );
}
