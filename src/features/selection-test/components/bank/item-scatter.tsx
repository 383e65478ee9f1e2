import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import type { MeasuredItem } from "../../types/bank.ts";
import { correlationOf, percentOf } from "./figure-words.ts";

const WIDTH = 640;
const HEIGHT = 400;
const EDGE = { left: 84, right: 16, top: 16, bottom: 40 };
/** Discriminations that the chart shows; what lies beyond stands at the edge. */
const LOWEST = -0.5;
const HIGHEST = 1;

const xOf = (difficulty: number) => EDGE.left + difficulty * (WIDTH - EDGE.left - EDGE.right);
const yOf = (discrimination: number) => {
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const within = Math.min(HIGHEST, Math.max(LOWEST, discrimination));
  return EDGE.top + ((HIGHEST - within) / (HIGHEST - LOWEST)) * height;
};

/** Difficulty against discrimination, drawn by the server: every point is a way to its item. The table says the same. */
export async function ItemScatter({ items }: { readonly items: readonly MeasuredItem[] }) {
  const t = await getTranslations("selection-test.bank.stats");
  return (
    <figure className="grid gap-3">
      <figcaption className="text-ink-soft">{t("chartText")}</figcaption>
      <div className="overflow-x-auto">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-page min-w-136 text-ink">
          <Axes x={t("axisX")} y={t("axisY")} />
          {items.map((item) => (
            <Point key={item.id} item={item} />
          ))}
        </svg>
      </div>
    </figure>
  );
}

async function Axes({ x, y }: { readonly x: string; readonly y: string }) {
  const locale = await currentLocale();
  return (
    <g fontSize="14" className="fill-ink-soft">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={xOf(share)} x2={xOf(share)} y1={yOf(HIGHEST)} y2={yOf(LOWEST)} className="stroke-line" />
          <text x={xOf(share)} y={HEIGHT - 22} textAnchor={share === 1 ? "end" : "middle"}>
            {percentOf(share)}
          </text>
        </g>
      ))}
      {[-0.5, 0, 0.2, 0.5, 1].map((value) => (
        <g key={value}>
          <line
            x1={xOf(0)}
            x2={xOf(1)}
            y1={yOf(value)}
            y2={yOf(value)}
            strokeDasharray={value === 0.2 ? "4 4" : undefined}
            className={value === 0 ? "stroke-line-strong" : "stroke-line"}
          />
          <text x={EDGE.left - 8} y={yOf(value) + 5} textAnchor="end">
            {correlationOf(value, locale)}
          </text>
        </g>
      ))}
      <text x={xOf(0.5)} y={HEIGHT - 4} textAnchor="middle" fontWeight="600">
        {x}
      </text>
      <text
        x="16"
        y={HEIGHT / 2 - 12}
        textAnchor="middle"
        fontWeight="600"
        transform={`rotate(-90 16 ${HEIGHT / 2 - 12})`}
      >
        {y}
      </text>
    </g>
  );
}

async function Point({ item }: { readonly item: MeasuredItem }) {
  const t = await getTranslations("selection-test.bank.stats");
  const locale = await currentLocale();
  const { difficulty, discrimination, flags } = item.figures;
  if (difficulty === null || discrimination === null) return null;
  const told = t("point", {
    code: item.code,
    difficulty: percentOf(difficulty),
    discrimination: correlationOf(discrimination, locale),
  });
  const [x, y] = [xOf(difficulty), yOf(discrimination)];
  return (
    <a href={`/admin/soal/${item.id}`} aria-label={told}>
      <title>{told}</title>
      {flags.length > 0 ? (
        <rect x={x - 6} y={y - 6} width="12" height="12" className="fill-danger stroke-surface" />
      ) : (
        <circle cx={x} cy={y} r="6" fillOpacity="0.75" className="fill-brand stroke-surface" />
      )}
    </a>
  );
}
