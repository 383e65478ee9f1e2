import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { ShownDimension, Tally, WaveFigures } from "../types.ts";
import { inOrder, tallyWords } from "./tally-words.ts";

type TallyChartProps = {
  readonly dimension: ShownDimension;
  readonly figures: WaveFigures;
  readonly isDrawn: boolean;
};

/** One trait as a table whose rows carry their bars. */
export async function TallyChart({ dimension, figures, isDrawn }: TallyChartProps) {
  const t = await getTranslations("wave-review");
  const locale = await currentLocale();
  const words = await tallyWords();
  const tallies = inOrder(dimension, figures.by[dimension]);
  const most = Math.max(...tallies.map(({ joined }) => joined), 1);
  const number = (value: number) => formatNumber(value, locale);
  const splits = dimension !== "verdict" && dimension !== "outcome";
  return (
    <DataTable
      caption={t(`dimensions.${dimension}`)}
      dense
      rows={tallies}
      rowKey={({ label }) => label}
      columns={[
        { header: t(`columns.${dimension}`), cell: (tally) => words(dimension, tally), rowHeader: true },
        { header: t("figures.bar"), cell: (tally) => <Bar tally={tally} most={most} /> },
        { header: t("figures.joined"), cell: ({ joined }) => number(joined), numeric: true },
        ...(splits
          ? [
              {
                header: t("figures.eligible"),
                cell: ({ eligible }: Tally) => number(eligible),
                numeric: true,
              },
            ]
          : []),
        ...(splits && isDrawn
          ? [
              {
                header: t("figures.selected"),
                cell: ({ selected }: Tally) => number(selected),
                numeric: true,
              },
            ]
          : []),
      ]}
    />
  );
}

const WIDTH = 120;

/** The numbers beside it say the same. */
function Bar({ tally, most }: { readonly tally: Tally; readonly most: number }) {
  const widthOf = (value: number) => (value === 0 ? 0 : Math.max(1, Math.round((value / most) * WIDTH)));
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 12`} width={WIDTH} height="12" className="max-w-full">
      <rect width={widthOf(tally.joined)} height="12" rx="2" className="fill-accent" />
      <rect width={widthOf(tally.eligible)} height="12" rx="2" className="fill-brand" />
    </svg>
  );
}
