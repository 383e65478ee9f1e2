import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import type { ItemFigures, OptionFigures } from "../../types/bank.ts";
import { correlationOf, percentOf } from "./figure-words.ts";

type FiguresProps = { readonly figures: ItemFigures; readonly options: readonly string[] };

/** What the answers say of one version: figures, what to look at, and a bar an option. */
export async function ItemFiguresCard({ figures, options }: FiguresProps) {
  const t = await getTranslations("selection-test.bank.stats");
  const locale = await currentLocale();
  const { answers, difficulty, discrimination, omitted, medianSeconds, flags } = figures;
  if (answers === 0)
    return (
      <Card title={t("itemTitle")}>
        <p>{t("emptyText")}</p>
      </Card>
    );
  const tiles = [
    { label: t("answers"), value: formatNumber(answers, locale) },
    { label: t("difficulty"), value: difficulty === null ? t("none") : percentOf(difficulty) },
    {
      label: t("discrimination"),
      value: discrimination === null ? t("none") : correlationOf(discrimination, locale),
    },
    { label: t("omitted"), value: percentOf(omitted) },
    {
      label: t("median"),
      value: medianSeconds === null ? t("none") : t("seconds", { seconds: Math.round(medianSeconds) }),
    },
  ];
  return (
    <Card title={t("itemTitle")}>
      <dl className="grid grid-cols-2 gap-3 xl:grid-cols-5">
        {tiles.map((tile) => (
          <StatTile key={tile.label} {...tile} />
        ))}
      </dl>
      {answers < 50 ? <p className="text-ink-soft">{t("few", { answers })}</p> : null}
      {flags.map((flag) => (
        <Notice key={flag} tone="warning" title={t(`flag.${flag}`)}>
          {t(`flagText.${flag}`)}
        </Notice>
      ))}
      <OptionTable figures={figures} options={options} />
      <HowCounted />
    </Card>
  );
}

async function OptionTable({ figures, options }: FiguresProps) {
  const t = await getTranslations("selection-test.bank");
  const locale = await currentLocale();
  const hasKey = figures.options.some(({ isKey }) => isKey);
  return (
    <DataTable
      caption={t("stats.optionsCaption")}
      rows={figures.options}
      rowKey={({ choice }) => String(choice)}
      columns={[
        {
          header: t("stats.option"),
          rowHeader: true,
          cell: ({ choice, isKey }) => (
            <>
              {"ABCDEFGHIJ".charAt(choice)}. {options[choice]}
              {isKey ? <span className="text-success"> ✓ {t("view.key")}</span> : null}
            </>
          ),
        },
        { header: t("stats.share"), cell: (option) => <ShareBar option={option} /> },
        {
          header: t("stats.people"),
          numeric: true,
          cell: ({ answers }) => formatNumber(answers, locale),
        },
        ...(hasKey
          ? [
              {
                header: t("stats.restOfChoosers"),
                numeric: true,
                cell: ({ meanRest }: OptionFigures) =>
                  meanRest === null ? t("stats.none") : percentOf(meanRest),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The bar is decoration: the share stands beside it. */
function ShareBar({ option }: { readonly option: OptionFigures }) {
  return (
    <span className="flex items-center gap-3">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="h-4 w-28 sm:w-48">
        <rect width="100" height="12" className="fill-sunken" />
        <rect
          width={Math.max(option.share * 100, 0.5)}
          height="12"
          className={option.isKey ? "fill-success" : "fill-brand"}
        />
      </svg>
      <span className="tabular-nums">{percentOf(option.share)}</span>
    </span>
  );
}

/** The formulas in words, for whoever decides by them. */
export async function HowCounted() {
  const t = await getTranslations("selection-test.bank.stats");
  return (
    <Disclosure summary={t("how")}>
      <p>{t("howDifficulty")}</p>
      <p>{t("howDiscrimination")}</p>
      <p>{t("howTime")}</p>
    </Disclosure>
  );
}
