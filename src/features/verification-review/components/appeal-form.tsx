import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { fileAppealAction } from "../actions.ts";

/** Why the result is wrong, in the person's own words; once. */
export async function AppealForm() {
  const t = await getTranslations("verification-review.appeal");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("what")}>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{t("once")}</li>
        <li>{t("term")}</li>
      </ul>
      <ActionForm
        action={fileAppealAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("title")}
      >
        <TextAreaField
          name="statement"
          label={t("why")}
          hint={t("whyHint")}
          required
          rows={8}
          minLength={20}
          maxLength={1_000}
        />
        <div>
          <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
