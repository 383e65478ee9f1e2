import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { Appeal } from "../types.ts";

/** Where an appeal stands, and until when it is answered. */
export async function AppealState({ appeal, now }: { readonly appeal: Appeal; readonly now: Date }) {
  const t = await getTranslations("verification-review.appeal");
  const locale = await currentLocale();
  const told = await getTranslations("verification.refusals");
  const { decision, reason, decidedAt, filedAt, dueAt } = appeal;
  if (!decision || !decidedAt) {
    const moment = formatMoment(dueAt, locale);
    return (
      <NextStepCard
        mood="wait"
        label={t("label")}
        what={t("waiting.what")}
        text={t("waiting.text", { moment: formatMoment(filedAt, locale) })}
        until={dueAt < now ? t("waiting.late", { moment }) : t("waiting.until", { moment })}
        otherwise={t("waiting.otherwise")}
      />
    );
  }
  const text = t(`${decision}.text`, { moment: formatMoment(decidedAt, locale) });
  return decision === "verified" ? (
    <NextStepCard
      mood="done"
      label={t("label")}
      what={t("verified.what")}
      text={text}
      action={
        <LinkButton href="/verifikasi" iconAfter="arrow-right" wide>
          {t("verified.action")}
        </LinkButton>
      }
    />
  ) : (
    <NextStepCard
      mood="wait"
      label={t("label")}
      what={t("refused.what")}
      text={
        <div className="grid gap-3">
          <p>{text}</p>
          {reason ? <p>{told(reason)}</p> : null}
        </div>
      }
      otherwise={t("refused.otherwise")}
    />
  );
}
