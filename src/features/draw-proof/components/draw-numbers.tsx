import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { PublicDraw } from "../types.ts";
import { Fingerprint } from "./fingerprint.tsx";

/** How many, by which rule, and the hashes that fix them. */
export async function DrawNumbers({ draw }: { readonly draw: PublicDraw }) {
  const t = await getTranslations("draw-proof.draw");
  const locale = await currentLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Card title={t("numbers")}>
      <SummaryList
        rows={[
          { label: t("entries"), value: number(draw.entryCount) },
          { label: t("refused"), value: number(draw.refusedCount) },
          { label: t("quota"), value: number(draw.quota) },
          { label: t("selected"), value: draw.result ? number(draw.result.selected) : t("resultWait") },
          { label: t("perFamilyCard"), value: number(draw.perFamilyCard) },
          { label: t("rule"), value: number(draw.rule) },
          { label: t("root"), value: <Fingerprint value={draw.ceremony.root} /> },
          { label: t("seed"), value: draw.seed ? <Fingerprint value={draw.seed} /> : t("seedWait") },
          {
            label: t("digest"),
            value: draw.result ? <Fingerprint value={draw.result.digest} /> : t("resultWait"),
          },
        ]}
      />
    </Card>
  );
}

type QuotaTableProps = {
  readonly draw: PublicDraw;
  readonly provinceNames: ReadonlyMap<string, string>;
};

/** The parts of a quota: of provinces, and the most that a priority group may take. */
export async function QuotaTable({ draw, provinceNames }: QuotaTableProps) {
  const t = await getTranslations("draw-proof.draw");
  const locale = await currentLocale();
  const number = (value: number) => formatNumber(value, locale);
  const groups = [...draw.groups].map(([group, count]) => ({
    name: t("group", { group: String(group) }),
    places: t("groupPlaces", { count: number(count) }),
  }));
  const provinces = [...draw.provinces].map(([code, count]) => ({
    name: provinceNames.get(code) ?? code,
    places: number(count),
  }));
  const parts = [...groups, ...provinces];
  return (
    <Card title={t("quotas")}>
      {provinces.length === 0 ? <p>{t("quotasNone")}</p> : null}
      {parts.length > 0 ? (
        <DataTable
          caption={t("quotas")}
          captionHidden
          rows={parts}
          rowKey={({ name }) => name}
          columns={[
            { header: t("quotaOf"), rowHeader: true, cell: ({ name }) => name },
            { header: t("places"), cell: ({ places }) => places, numeric: true },
          ]}
        />
      ) : null}
    </Card>
  );
}
