import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { Wave } from "../types.ts";

/** Nothing to join now: when the next wave opens, and that nothing is lost. */
export async function NoWaveCard({ planned }: { readonly planned: Wave | null }) {
  const t = await getTranslations("waves");
  const opens = planned && formatMoment(planned.opensAt, await currentLocale());
  return (
    <NextStepCard
      mood="wait"
      label={t("label")}
      what={t("closed.what")}
      text={t("closed.kept")}
      until={
        planned && opens
          ? t("closed.planned", { number: planned.number, moment: opens })
          : t("closed.unplanned")
      }
      otherwise={t("closed.otherwise")}
      action={
        <LinkButton href="/beranda" variant="secondary">
          {t("closed.home")}
        </LinkButton>
      }
    />
  );
}
