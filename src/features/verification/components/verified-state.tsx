import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { Verification } from "../types.ts";

export async function VerifiedState({ verification }: { readonly verification: Verification }) {
  const t = await getTranslations("verification.verified");
  const locale = await currentLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <NextStepCard
        label={t("label")}
        what={t("what")}
        text={t("text")}
        until={t("until")}
        otherwise={t("otherwise")}
        action={
          <LinkButton href="/tes" iconAfter="arrow-right" wide>
            {t("action")}
          </LinkButton>
        }
      />
      {verification.checkedAt ? (
        <p className="text-sm text-ink-soft">
          {t("checked", { moment: formatMoment(verification.checkedAt, locale) })}
        </p>
      ) : null}
    </>
  );
}
