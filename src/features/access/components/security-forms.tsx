import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField } from "#ui/primitives/contact-fields.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import {
  changePasswordAction,
  confirmAuthenticatorAction,
  moveAuthenticatorAction,
  renewRecoveryCodesAction,
  switchOffAuthenticatorAction,
} from "../actions/security.ts";
import { NewPasswordField } from "./new-password-field.tsx";

type Props = { readonly commandKey: string };

export async function ChangePasswordForm({ commandKey }: Props) {
  const t = await getTranslations("access");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={changePasswordAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{ password: t("security.oldPassword"), newPassword: t("security.newPassword") }}
    >
      <PasswordField
        name="password"
        label={t("security.oldPassword")}
        autoComplete="current-password"
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      <NewPasswordField name="newPassword" label={t("security.newPassword")} />
      <SubmitButton busyText={t("security.changeBusy")}>{t("security.change")}</SubmitButton>
    </ActionForm>
  );
}

/** The first code of the app switches the second step on. */
export async function ConfirmAuthenticatorForm({ commandKey }: Props) {
  const t = await getTranslations("access.factor");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={confirmAuthenticatorAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <DigitsField label={t("digits")} />
      <SubmitButton busyText={t("busy")}>{t("confirmSubmit")}</SubmitButton>
    </ActionForm>
  );
}

const changes = {
  move: { action: moveAuthenticatorAction, variant: "primary" },
  renew: { action: renewRecoveryCodesAction, variant: "primary" },
  off: { action: switchOffAuthenticatorAction, variant: "danger" },
} as const;

/** A change of the lock, by both keys: the password and a code. */
export async function ProofForm({ commandKey, change }: Props & { readonly change: keyof typeof changes }) {
  const t = await getTranslations("access");
  const form = await getTranslations("shell.form");
  const { action, variant } = changes[change];
  return (
    <ActionForm action={action} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <PasswordField
        name="password"
        label={t("factor.password")}
        autoComplete="current-password"
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      <TextField
        name="code"
        label={t("factor.code")}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        width="half"
        required
        maxLength={20}
      />
      <SubmitButton variant={variant} busyText={t("factor.busy")}>
        {t(`factor.${change}`)}
      </SubmitButton>
    </ActionForm>
  );
}
