import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { excludeApplicantAction } from "../actions.ts";
import { exclusionReasons } from "../types.ts";

type ExcludeFormProps = {
  readonly waveId: string;
  readonly participantId: string;
  readonly commandKey: string;
};

/** Takes a person out of a wave, with a reason, a note and the box that says that it stays. */
export async function ExcludeForm({ waveId, participantId, commandKey }: ExcludeFormProps) {
  const t = await getTranslations("wave-review.exclude");
  const exclusions = await getTranslations("wave-review.exclusions");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("title")}>
      <p>{t("text")}</p>
      <ActionForm
        action={excludeApplicantAction}
        commandKey={commandKey}
        errorTitle={shell("errorTitle")}
        label={t("title")}
      >
        <input type="hidden" name="waveId" value={waveId} />
        <input type="hidden" name="participantId" value={participantId} />
        <RadioGroup
          name="reason"
          label={exclusions("reason")}
          required
          options={exclusionReasons.map((reason) => ({
            value: reason,
            label: exclusions(`reasons.${reason}`),
          }))}
        />
        <TextAreaField name="note" label={t("note")} hint={t("noteHint")} required rows={3} maxLength={500} />
        <CheckboxField name="confirmed" label={t("confirm")} required />
        <div>
          <SubmitButton busyText={t("busy")} variant="danger">
            {t("submit")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
