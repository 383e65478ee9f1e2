import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { resetPasswordAction, verifyEmailAction } from "../actions.ts";

type Props = {
  readonly commandKey: string;
  /** What the link of the e-mail carries. */
  readonly tokenId: string;
  readonly token: string;
};

/** Uses the link that verifies an address. Opening the page alone changes nothing: mail scanners open links too. */
export async function VerifyEmailForm(props: Props) {
  const t = await getTranslations("account.verify");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={verifyEmailAction} commandKey={props.commandKey} errorTitle={form("errorTitle")}>
      <LinkFields {...props} />
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Sets a new password by the link of an e-mail. */
export async function ResetPasswordForm(props: Props) {
  const t = await getTranslations("account");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={resetPasswordAction} commandKey={props.commandKey} errorTitle={form("errorTitle")}>
      <LinkFields {...props} />
      <PasswordField
        name="password"
        label={t("reset.password")}
        hint={t("reset.passwordHint")}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      <SubmitButton busyText={t("reset.busy")}>{t("reset.submit")}</SubmitButton>
    </ActionForm>
  );
}

function LinkFields({ tokenId, token }: Props) {
  return (
    <>
      <input type="hidden" name="tokenId" value={tokenId} />
      <input type="hidden" name="token" value={token} />
    </>
  );
}
