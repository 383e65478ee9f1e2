import { getTranslations } from "next-intl/server";
import { findAreas } from "#features/registration/queries.ts";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { findQuotas } from "../queries.ts";
import type { Wave } from "../types.ts";

type WaveQuotasProps = { readonly wave: Pick<Wave, "id" | "quota"> };

/** The parts of a quota as a table that adds up, and the limits of the groups. */
export async function WaveQuotas({ wave }: WaveQuotasProps) {
  const t = await getTranslations("waves.quotas");
  const locale = await currentLocale();
  const { provinces, groups } = await findQuotas(wave.id);
  const names = provinces.size === 0 ? [] : await findAreas(null);
  const parts = names.flatMap(({ code, name }) => {
    const places = provinces.get(code);
    return places === undefined ? [] : [{ key: code, name, places }];
  });
  const sum = parts.reduce((total, { places }) => total + places, 0);
  const sums = [
    { key: "sum", name: t("sum"), places: sum },
    ...(sum < wave.quota ? [{ key: "rest", name: t("rest"), places: wave.quota - sum }] : []),
  ];
  return (
    <div className="grid gap-3">
      {provinces.size === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <DataTable
            caption={t("byProvince")}
            captionHidden
            rows={[...parts, ...sums]}
            rowKey={({ key }) => key}
            columns={[
              { header: t("province"), cell: ({ name }) => name, rowHeader: true },
              { header: t("places"), cell: ({ places }) => formatNumber(places, locale), numeric: true },
            ]}
          />
          <p className="text-ink-soft">{t("restNote")}</p>
        </>
      )}
      {[...groups].map(([group, places]) => (
        <p key={group}>{t(group === 0 ? "group0" : "group1", { places: formatNumber(places, locale) })}</p>
      ))}
    </div>
  );
}
