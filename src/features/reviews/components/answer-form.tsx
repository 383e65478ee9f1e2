import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { answerReviewAction } from "../actions.ts";
import { ANSWER_LENGTH } from "../schema.ts";

type Props = {
  readonly reviewId: string;
  /** The words that stand now; null where nobody answered yet. */
  readonly standing: string | null;
  readonly commandKey: string;
};

/** A provider answers a review, or mends its answer. */
export async function AnswerForm({ reviewId, standing, commandKey }: Props) {
  const t = await getTranslations("reviews.answer");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={answerReviewAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ text: t("text") }}
    >
      <input type="hidden" name="reviewId" value={reviewId} />
      <TextAreaField
        name="text"
        label={t("text")}
        hint={t("textHint")}
        defaultValue={standing ?? undefined}
        rows={5}
        maxLength={ANSWER_LENGTH.max}
        required
      />
      <div>
        <SubmitButton busyText={t("sending")}>{t(standing === null ? "send" : "change")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
