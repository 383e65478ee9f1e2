import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { StarRating } from "#ui/primitives/star-rating.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { submitReviewAction } from "../actions.ts";
import { REVIEW_LENGTH } from "../schema.ts";

/** Stars and words about one finished training. */
export async function ReviewForm({
  slug,
  commandKey,
}: {
  readonly slug: string;
  readonly commandKey: string;
}) {
  const t = await getTranslations("reviews.form");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={submitReviewAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <input type="hidden" name="slug" value={slug} />
      <StarRating
        name="stars"
        label={t("stars")}
        starTexts={[t("star1"), t("star2"), t("star3"), t("star4"), t("star5")]}
        lowText={t("low")}
        highText={t("high")}
      />
      <TextAreaField
        name="text"
        label={t("text")}
        hint={t("textHint", { min: REVIEW_LENGTH.min })}
        rows={6}
        maxLength={REVIEW_LENGTH.max}
      />
      <p className="text-ink-soft">{t("public")}</p>
      <SubmitButton size="large" busyText={t("sending")}>
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}
