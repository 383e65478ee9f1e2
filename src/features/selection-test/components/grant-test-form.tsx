import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { grantTestAction } from "../actions.ts";

type GrantTestFormProps = {
  readonly commandKey: string;
  /** Filled in already where the page is about one person. */
  readonly participantId?: string;
};

/** Another attempt for one person, with the reason that stays in the trail. */
export async function GrantTestForm({ commandKey, participantId }: GrantTestFormProps) {
  const t = await getTranslations("selection-test.grant");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("formTitle")}>
      <ActionForm action={grantTestAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
        <TextField
          name="participantId"
          label={t("person")}
          hint={participantId ? undefined : t("personHint")}
          defaultValue={participantId}
          readOnly={participantId !== undefined}
          required
        />
        <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
