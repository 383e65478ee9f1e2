import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { startTestAction } from "../actions.ts";

export async function StartTestForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("selection-test.start");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("heading")}>
      <ActionForm action={startTestAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
        <CheckboxField name="ready" label={t("ready")} required />
        <div>
          <SubmitButton size="large" variant="accent" busyText={t("busy")}>
            {t("submit")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
