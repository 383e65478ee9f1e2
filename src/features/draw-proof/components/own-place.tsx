import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { OwnProof } from "../types.ts";

type OwnPlaceProps = {
  readonly proof: OwnProof;
  readonly provinceName: string | null;
  readonly entryCount: number;
};

/** Where the draw put a person, beside the last one selected of the same province and group. */
export async function OwnPlace({ proof, provinceName, entryCount }: OwnPlaceProps) {
  const t = await getTranslations("draw-proof.own.place");
  const locale = await currentLocale();
  const number = (value: number) => formatNumber(value, locale);
  if (proof.rank === null || proof.stratumRank === null) return null;
  const stratum = {
    rank: number(proof.stratumRank),
    province: provinceName ?? t("noProvince"),
    group: t("group", { group: String(proof.priority) }),
  };
  return (
    <Card title={t("title")}>
      <SummaryList
        rows={[
          {
            label: t("rank"),
            value: t("rankOf", { rank: number(proof.rank), count: number(entryCount) }),
          },
          { label: t("stratum"), value: t("stratumOf", stratum) },
          {
            label: t("cutOff"),
            value: proof.cutOff === null ? t("cutOffNone") : t("cutOffAt", { rank: number(proof.cutOff) }),
          },
        ]}
      />
    </Card>
  );
}
