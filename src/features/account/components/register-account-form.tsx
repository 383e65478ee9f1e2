import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { registerAccountAction } from "../actions.ts";

export async function RegisterAccountForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("account");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={registerAccountAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <TextField
        name="displayName"
        label={t("register.name")}
        hint={t("register.nameHint")}
        autoComplete="given-name"
        required
        maxLength={100}
      />
      <TextField
        name="email"
        type="email"
        label={t("register.email")}
        hint={t("register.emailHint")}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
      />
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
