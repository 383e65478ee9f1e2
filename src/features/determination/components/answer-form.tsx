import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { answerObjectionAction } from "../actions.ts";

type AnswerFormProps = {
  readonly commandKey: string;
  readonly waveId: string;
  readonly participantId: string;
};

/** An operator answers; the person reads the words as they are written. */
export async function AnswerForm({ commandKey, waveId, participantId }: AnswerFormProps) {
  const t = await getTranslations("determination.objection");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={answerObjectionAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      fieldNames={{ outcome: t("decision"), answer: t("answer") }}
      label={t("answerNow")}
    >
      <input type="hidden" name="waveId" value={waveId} />
      <input type="hidden" name="participantId" value={participantId} />
      <RadioGroup
        name="outcome"
        label={t("decision")}
        options={[
          { value: "upheld", label: t("outcome.upheld"), hint: t("upheldHint") },
          { value: "rejected", label: t("outcome.rejected") },
        ]}
        required
      />
      <TextAreaField name="answer" label={t("answer")} hint={t("answerHint")} rows={5} required />
      <div>
        <SubmitButton>{t("answerNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
