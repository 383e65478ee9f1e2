import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { signUpByEmailAction, signUpByPhoneAction } from "../actions.ts";
import { ContactField } from "./contact-field.tsx";

type Props = { readonly commandKey: string; readonly by: "email" | "phone" };

/** Name, one contact, a password: the whole sign-up. */
export async function SignUpForm({ commandKey, by }: Props) {
  const t = await getTranslations("account");
  const form = await getTranslations("shell.form");
  const action = by === "email" ? signUpByEmailAction : signUpByPhoneAction;
  return (
    <ActionForm
      action={action}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        displayName: t("register.name"),
        email: t("register.email"),
        phone: t("register.phone"),
        password: t("register.password"),
      }}
    >
      <TextField
        name="displayName"
        label={t("register.name")}
        hint={t("register.nameHint")}
        autoComplete="given-name"
        required
        maxLength={100}
      />
      <ContactField kind={by} />
      <PasswordField
        name="password"
        label={t("register.password")}
        hint={t("register.passwordHint")}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      <SubmitButton busyText={t("register.busy")}>{t("register.submit")}</SubmitButton>
    </ActionForm>
  );
}
