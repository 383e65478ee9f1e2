import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import type { EarlierDecision } from "../types.ts";

/** What the staff decided on this person before. */
export async function EarlierDecisions({ earlier }: { readonly earlier: readonly EarlierDecision[] }) {
  if (earlier.length === 0) return null;
  const t = await getTranslations("verification-review");
  const told = await getTranslations("verification.refusals");
  const locale = await currentLocale();
  return (
    <Card title={t("earlier.title")} look="sunken">
      <ul className="grid gap-3">
        {earlier.map(({ id, kind, decision, reason, decidedAt, note }) => (
          <li key={id} className="grid gap-1">
            <p className="font-semibold">
              {t("earlier.line", {
                kind: t(`kinds.${kind}`),
                decision: t(`decisions.${decision}`),
                moment: formatShort(decidedAt, locale),
              })}
            </p>
            {reason ? <p>{told(reason)}</p> : null}
            {note ? <p className="text-ink-soft">{t("earlier.note", { note })}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
