import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { ComparedWave, ShownDimension, Tally } from "../types.ts";
import { inOrder, tallyWords } from "./tally-words.ts";

type ComparisonTableProps = {
  readonly dimension: ShownDimension;
  readonly wave: ComparedWave;
  readonly earlier: readonly ComparedWave[];
};

/** The shares of one trait, side by side. */
export async function ComparisonTable({ dimension, wave, earlier }: ComparisonTableProps) {
  const t = await getTranslations("wave-review");
  const locale = await currentLocale();
  const words = await tallyWords();
  const format = new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const signed = new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  const last = earlier[0];
  return (
    <DataTable
      caption={t(`dimensions.${dimension}`)}
      dense
      rows={inOrder(dimension, everyLabel(dimension, [wave, ...earlier]))}
      rowKey={({ label }) => label}
      columns={[
        { header: t(`columns.${dimension}`), cell: (tally) => words(dimension, tally), rowHeader: true },
        ...[wave, ...earlier].map((each) => ({
          header: t("compare.wave", { number: each.number }),
          cell: ({ label }: Tally) => `${format.format(shareOf(each, dimension, label))}%`,
          numeric: true,
        })),
        ...(last
          ? [
              {
                header: t("compare.change"),
                cell: ({ label }: Tally) =>
                  t("compare.points", {
                    points: signed.format(shareOf(wave, dimension, label) - shareOf(last, dimension, label)),
                  }),
                numeric: true,
              },
            ]
          : []),
      ]}
    />
  );
}

/** In per cent of everybody who joined. */
function shareOf({ figures }: ComparedWave, dimension: ShownDimension, label: string): number {
  const joined = figures.by[dimension].find((tally) => tally.label === label)?.joined ?? 0;
  return figures.all.joined === 0 ? 0 : (joined / figures.all.joined) * 100;
}

/** Each label once, those of the first wave before what only others have. */
function everyLabel(dimension: ShownDimension, waves: readonly ComparedWave[]): readonly Tally[] {
  const tallies = waves.flatMap(({ figures }) => figures.by[dimension]);
  return [...new Map(tallies.toReversed().map((tally) => [tally.label, tally])).values()].toReversed();
}
