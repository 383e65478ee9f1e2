import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { ListedWave } from "../types.ts";
import { WaveStatusTag } from "./wave-status-tag.tsx";

/** All waves for an operator. */
export async function WaveTable({ rows }: { readonly rows: readonly ListedWave[] }) {
  const t = await getTranslations("waves.admin");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={rows}
      rowKey={(wave) => wave.id}
      empty={
        <EmptyState
          scene="wave"
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/admin/gelombang/baru">{t("new")}</LinkButton>}
        />
      }
      columns={[
        {
          header: t("number"),
          cell: (wave) => (
            <a href={`/admin/gelombang/${wave.id}`} className="link inline-flex min-h-11 items-center">
              {t("waveTitle", { number: wave.number })}
            </a>
          ),
          rowHeader: true,
        },
        { header: t("status"), cell: (wave) => <WaveStatusTag status={wave.status} /> },
        { header: t("scheme"), cell: (wave) => wave.schemeName },
        { header: t("opens"), cell: (wave) => formatShort(wave.opensAt, locale) },
        { header: t("closes"), cell: (wave) => formatShort(wave.closesAt, locale) },
        { header: t("quota"), cell: (wave) => formatNumber(wave.quota, locale), numeric: true },
      ]}
    />
  );
}
