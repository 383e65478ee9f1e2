import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { registerForPersonAction } from "../actions/commands.ts";
import { type AssistChoices, AssistFields } from "./assist-fields.tsx";

type Props = AssistChoices & { readonly commandKey: string };

/** The officer's form on the page, with a network. */
export async function AssistForm({ commandKey, ...choices }: Props) {
  const t = await getTranslations("assisted-registration.form");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={registerForPersonAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <AssistFields {...choices} />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
