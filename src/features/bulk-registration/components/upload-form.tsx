import { getTranslations } from "next-intl/server";
import { CONSENT_VERSION } from "#features/assisted-registration/types.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { uploadListAction } from "../actions.ts";

/** One file, and the officer's word that everybody in it has agreed. */
export async function UploadForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("bulk-registration.upload");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={uploadListAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t("title")}
    >
      <FileField
        name="list"
        label={t("list")}
        hint={t("listHint")}
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
      />
      <CheckboxField name="consentDeclared" label={t("consent", { version: CONSENT_VERSION })} required />
      <div>
        <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
