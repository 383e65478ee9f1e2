import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import type { Retained } from "../types.ts";

type RetentionListProps = { readonly rules: readonly { readonly what: Retained; readonly days: number }[] };

/** How long what is kept, in sentences. */
export async function RetentionList({ rules }: RetentionListProps) {
  const t = await getTranslations("personal-data.mine");
  return (
    <Card title={t("keptTitle")} look="sunken">
      <ul className="grid list-disc gap-2 ps-5">
        {rules.map(({ what, days }) => (
          <li key={what}>{t(`kept.${what}`, { days })}</li>
        ))}
      </ul>
    </Card>
  );
}
