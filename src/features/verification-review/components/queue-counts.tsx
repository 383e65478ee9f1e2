import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import type { QueueCounts } from "../types.ts";

/** How much there is to do. */
export async function QueueTiles({ counts }: { readonly counts: QueueCounts }) {
  const t = await getTranslations("verification-review.queue.counts");
  const locale = await currentLocale();
  const tiles = [
    ["waiting", "clock"],
    ["overdue", "warning"],
    ["free", "people"],
    ["mine", "user"],
  ] as const;
  return (
    <dl aria-label={t("label")} className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {tiles.map(([count, icon]) => (
        <StatTile key={count} label={t(count)} value={formatNumber(counts[count], locale)} icon={icon} />
      ))}
    </dl>
  );
}
