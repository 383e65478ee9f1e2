import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { OwnCounts } from "../types.ts";

const order = [
  "tests",
  "waves",
  "purchases",
  "certificates",
  "incentives",
  "surveys",
  "notifications",
  "reads",
] as const;

/** How much there is of everything else; the file has all of it. */
export async function OwnJourney({ counts }: { readonly counts: OwnCounts }) {
  const t = await getTranslations("personal-data.mine");
  const locale = await currentLocale();
  return (
    <Card title={t("journey")}>
      <SummaryList
        rows={order.map((what) => ({ label: t(what), value: formatNumber(counts[what], locale) }))}
      />
    </Card>
  );
}
