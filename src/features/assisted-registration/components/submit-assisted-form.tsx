import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { submitAssistedAction } from "../actions/commands.ts";

type Props = { readonly commandKey: string; readonly participantId: string };

/** The last step of the office. */
export async function SubmitAssistedForm({ commandKey, participantId }: Props) {
  const t = await getTranslations("assisted-registration.photos");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={submitAssistedAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      label={t("submit")}
    >
      <input type="hidden" name="participantId" value={participantId} />
      <p>{t("after")}</p>
      <SubmitButton busyText={t("submitBusy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
