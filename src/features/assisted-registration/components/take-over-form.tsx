import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { EmailField, PhoneField } from "#ui/primitives/contact-fields.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { requestTakeOverCodeAction, takeOverAction } from "../actions/take-over.ts";
import { ClaimFields } from "./claim-fields.tsx";

type Props = { readonly commandKey: string };

/** NIK, birth date and code, then a contact where there is none, and a password. */
export async function TakeOverForm({ commandKey }: Props) {
  const t = await getTranslations("assisted-registration.takeOver");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={takeOverAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        nik: t("nik"),
        birthDate: t("birthDate"),
        code: t("code"),
        phone: t("phone"),
        email: t("email"),
        password: t("password"),
      }}
    >
      <ClaimFields />
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        width="short"
        required
      />
      <div className="grid gap-2">
        <h2>{t("contactTitle")}</h2>
        <p className="text-ink-soft">{t("contactHint")}</p>
      </div>
      <PhoneField label={t("phone")} optionalText={t("optional")} />
      <EmailField label={t("email")} optionalText={t("optional")} />
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        showText={t("show")}
        hideText={t("hide")}
        required
      />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** Asks for the code once more, where the office noted a contact. */
export async function AskCodeForm({ commandKey }: Props) {
  const t = await getTranslations("assisted-registration.takeOver");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={requestTakeOverCodeAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{ nik: t("nik"), birthDate: t("birthDate") }}
    >
      <ClaimFields />
      <SubmitButton busyText={t("againBusy")}>{t("again")}</SubmitButton>
    </ActionForm>
  );
}
