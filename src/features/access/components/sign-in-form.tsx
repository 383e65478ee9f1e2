import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { signInAction } from "../actions/sign-in.ts";
import { IdentifierField } from "./identifier-field.tsx";

type Props = {
  readonly commandKey: string;
  /** The page that the person wanted to open. */
  readonly returnTo: string | undefined;
};

export async function SignInForm({ commandKey, returnTo }: Props) {
  const t = await getTranslations("access");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={signInAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{ identifier: t("signIn.identifier"), password: t("signIn.password") }}
    >
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <IdentifierField label={t("signIn.identifier")} hint={t("signIn.identifierHint")} />
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
