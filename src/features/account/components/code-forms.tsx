import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField, EmailField } from "#ui/primitives/contact-fields.tsx";
import {
  changeToEmailAction,
  changeToPhoneAction,
  resendCodeAction,
  resendLetterAction,
  verifyCodeAction,
  verifyEmailAction,
} from "../actions.ts";
import { ContactField } from "./contact-field.tsx";

type Props = { readonly commandKey: string };

/** The six digits that came to the contact. */
export async function SignUpCodeForm({ commandKey }: Props) {
  const t = await getTranslations("account.code");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={verifyCodeAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <DigitsField label={t("digits")} hint={t("digitsHint")} />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** One more code to the same contact. */
export async function ResendCodeForm({ commandKey }: Props) {
  const t = await getTranslations("account.code");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={resendCodeAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <SubmitButton variant="secondary" busyText={t("sending")}>
        {t("resend")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Another address or phone before the first one is verified. */
export async function ChangeContactForm({ commandKey, kind }: Props & { readonly kind: "email" | "phone" }) {
  const t = await getTranslations("account.code");
  const form = await getTranslations("shell.form");
  const action = kind === "email" ? changeToEmailAction : changeToPhoneAction;
  return (
    <ActionForm action={action} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <ContactField kind={kind} />
      <SubmitButton variant="secondary" busyText={t("sending")}>
        {t(kind === "email" ? "sendToEmail" : "sendToPhone")}
      </SubmitButton>
    </ActionForm>
  );
}

/** One more letter for somebody on another device, where nothing is known of the sign-up. */
export async function ResendLetterForm({ commandKey }: Props) {
  const t = await getTranslations("account.checkEmail");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={resendLetterAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <EmailField label={t("email")} required />
      <SubmitButton busyText={t("busy")}>{t("resend")}</SubmitButton>
    </ActionForm>
  );
}

/** Uses the link that verifies an address. Opening the page alone changes nothing: mail scanners open links too. */
export async function VerifyEmailForm({
  commandKey,
  codeId,
  token,
}: Props & { readonly codeId: string; readonly token: string }) {
  const t = await getTranslations("account.verify");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={verifyEmailAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <input type="hidden" name="codeId" value={codeId} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
