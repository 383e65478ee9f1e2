import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import type { StageCounts } from "../types.ts";

/** How many recipients of the region stand where. */
export async function StageTiles({ counts }: { readonly counts: StageCounts }) {
  const t = await getTranslations("staff.stages");
  const locale = await currentLocale();
  const tiles = [
    ["choosing", "search"],
    ["training", "book"],
    ["finished", "check"],
    ["revoked", "cross"],
  ] as const;
  return (
    <dl aria-label={t("label")} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {tiles.map(([stage, icon]) => (
        <StatTile
          key={stage}
          label={t(stage)}
          value={formatNumber(counts[stage], locale)}
          note={t(`notes.${stage}`)}
          icon={icon}
        />
      ))}
    </dl>
  );
}
