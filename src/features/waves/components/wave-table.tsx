import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { findWaveCounts } from "../queries/planning.ts";
import type { ListedWave, WaveCounts } from "../types.ts";
import { WaveStatusTag } from "./wave-status-tag.tsx";

/** All waves for an operator, with how many joined and were selected. */
export async function WaveTable({ rows }: { readonly rows: readonly ListedWave[] }) {
  const t = await getTranslations("waves.admin");
  const kinds = await getTranslations("waves.kind");
  const locale = await currentLocale();
  const counts = await findWaveCounts(rows.map(({ id }) => id));
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
        { header: t("kind"), cell: (wave) => kinds(wave.kind) },
        { header: t("opens"), cell: (wave) => formatShort(wave.opensAt, locale) },
        { header: t("closes"), cell: (wave) => formatShort(wave.closedAt ?? wave.closesAt, locale) },
        { header: t("quota"), cell: (wave) => formatNumber(wave.quota, locale), numeric: true },
        {
          header: t("joined"),
          cell: (wave) => <Joined counts={counts.get(wave.id)} />,
          numeric: true,
        },
        {
          header: t("selected"),
          cell: (wave) => {
            const selected = counts.get(wave.id)?.selected ?? null;
            return selected === null ? "–" : formatNumber(selected, locale);
          },
          numeric: true,
        },
      ]}
    />
  );
}

async function Joined({ counts }: { readonly counts: WaveCounts | undefined }) {
  const t = await getTranslations("waves.admin");
  const count = formatNumber(counts?.joined ?? 0, await currentLocale());
  return counts?.joinedIsMore ? t("joinedMore", { count }) : count;
}
