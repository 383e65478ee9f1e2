import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField, EmailField, PhoneField } from "#ui/primitives/contact-fields.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import {
  changeEmailAction,
  changePhoneAction,
  confirmContactAction,
  resendContactCodeAction,
} from "../actions/contact.ts";

type Props = { readonly commandKey: string };
type NewProps = Props & {
  readonly kind: "email" | "phone";
  /** The account asks for a second step. */
  readonly hasFactor: boolean;
};

/** Another address or phone, and the keys of the account once more. */
export async function NewContactForm({ commandKey, kind, hasFactor }: NewProps) {
  const t = await getTranslations("access");
  const form = await getTranslations("shell.form");
  const action = kind === "email" ? changeEmailAction : changePhoneAction;
  return (
    <ActionForm
      action={action}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        email: t("contact.newEmail"),
        phone: t("contact.newPhone"),
        password: t("contact.password"),
        code: t("factor.code"),
      }}
    >
      <NewContactField kind={kind} />
      <PasswordField
        name="password"
        label={t("contact.password")}
        hint={t("contact.passwordHint")}
        autoComplete="current-password"
        maxLength={200}
        required
        showText={t("showPassword")}
        hideText={t("hidePassword")}
      />
      {hasFactor ? (
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
      ) : null}
      <SubmitButton busyText={t("contact.sending")}>{t("contact.send")}</SubmitButton>
    </ActionForm>
  );
}

async function NewContactField({ kind }: Pick<NewProps, "kind">) {
  const t = await getTranslations("access.contact");
  if (kind === "phone") return <PhoneField label={t("newPhone")} hint={t("newPhoneHint")} required />;
  return <EmailField label={t("newEmail")} hint={t("newEmailHint")} required />;
}

/** The six digits that came to the new contact. */
export async function ContactCodeForm({ commandKey }: Props) {
  const t = await getTranslations("access.contact");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={confirmContactAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <DigitsField label={t("digits")} hint={t("digitsHint")} />
      <SubmitButton busyText={t("confirming")}>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}

export async function ResendContactCodeForm({ commandKey }: Props) {
  const t = await getTranslations("access.contact");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={resendContactCodeAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <SubmitButton variant="secondary" busyText={t("sending")}>
        {t("resend")}
      </SubmitButton>
    </ActionForm>
  );
}
