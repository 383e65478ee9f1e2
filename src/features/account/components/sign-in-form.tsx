import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { signInAction } from "../actions.ts";

type Props = {
  readonly commandKey: string;
  /** The page that the person wanted to open. */
  readonly returnTo: string | undefined;
};

export async function SignInForm({ commandKey, returnTo }: Props) {
  const t = await getTranslations("account");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={signInAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <TextField
        name="email"
        type="email"
        label={t("signIn.email")}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
      />
      <PasswordField
        name="password"
        label={t("signIn.password")}
        autoComplete="current-password"
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      <SubmitButton busyText={t("signIn.busy")}>{t("signIn.submit")}</SubmitButton>
    </ActionForm>
  );
}
