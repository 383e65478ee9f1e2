import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { submitRegistrationAction } from "../actions.ts";

export async function SubmitForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("registration.review");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={submitRegistrationAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <SubmitButton size="large" variant="accent" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
