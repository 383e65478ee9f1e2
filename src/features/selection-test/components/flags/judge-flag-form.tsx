import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { judgeFlagAction } from "../../actions.ts";

type JudgeFlagFormProps = { readonly flagId: string; readonly commandKey: string };

/** What a person makes of a flag, with the note that stays in the trail. */
export async function JudgeFlagForm({ flagId, commandKey }: JudgeFlagFormProps) {
  const t = await getTranslations("selection-test.flags");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("judge")}>
      <ActionForm action={judgeFlagAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
        <input type="hidden" name="flagId" value={flagId} />
        <RadioGroup
          name="verdict"
          label={t("verdict")}
          required
          options={[
            { value: "fine", label: t("verdicts.fine"), hint: t("fineHint") },
            { value: "another_attempt", label: t("verdicts.another_attempt"), hint: t("anotherHint") },
          ]}
        />
        <TextAreaField name="note" label={t("note")} hint={t("noteHint")} />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
