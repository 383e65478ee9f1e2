import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { undoFileAction } from "../actions.ts";

type UndoFormProps = { readonly bulkFileId: string; readonly commandKey: string };

/** Takes the whole list back, after a tick. */
export async function UndoForm({ bulkFileId, commandKey }: UndoFormProps) {
  const t = await getTranslations("bulk-registration.undo");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={undoFileAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t("title")}
    >
      <input type="hidden" name="bulkFileId" value={bulkFileId} />
      <p>{t("text")}</p>
      <CheckboxField name="confirmed" label={t("confirm")} required />
      <div>
        <SubmitButton variant="danger" busyText={t("busy")}>
          {t("submit")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
