import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { resendVerificationAction } from "../actions.ts";

const purposes = {
  checkEmail: { action: resendVerificationAction, submit: "checkEmail.resend", variant: "secondary" },
} as const;

type Props = {
  readonly commandKey: string;
  /** Sends the link that verifies the address. */
  readonly purpose: keyof typeof purposes;
  readonly email?: string;
};

/** Asks for a link by e-mail. */
export async function EmailForm({ commandKey, purpose, email }: Props) {
  const t = await getTranslations("account");
  const form = await getTranslations("shell.form");
  const { action, submit, variant } = purposes[purpose];
  return (
    <ActionForm action={action} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <TextField
        name="email"
        type="email"
        label={t(`${purpose}.email`)}
        defaultValue={email}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
      />
      <SubmitButton variant={variant} busyText={t(`${purpose}.busy`)}>
        {t(submit)}
      </SubmitButton>
    </ActionForm>
  );
}
