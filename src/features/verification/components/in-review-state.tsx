import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { Verification } from "../types.ts";

type InReviewStateProps = { readonly verification: Verification; readonly now: Date };

/** A member of the staff looks at it: why, and until when. */
export async function InReviewState({ verification, now }: InReviewStateProps) {
  const t = await getTranslations("verification.in_review");
  const { reviewDueAt, reviewReason } = verification;
  const due = reviewDueAt && formatMoment(reviewDueAt, await currentLocale());
  const isLate = reviewDueAt !== null && reviewDueAt < now;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} aside={<Tag tone="info">{t("status")}</Tag>} />
      <NextStepCard
        mood="wait"
        label={t("label")}
        what={t("what")}
        text={t(reviewReason ? `why.${reviewReason}` : "text")}
        until={due ? t(isLate ? "late" : "until", { moment: due }) : undefined}
        otherwise={t("otherwise")}
        action={
          <LinkButton href="/beranda" variant="secondary" wide>
            {t("home")}
          </LinkButton>
        }
      />
    </>
  );
}
