import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DateField } from "#ui/primitives/date-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { recoverByNikAction, requestResetAction } from "../actions/recovery.ts";
import { IdentifierField } from "./identifier-field.tsx";

/** Asks for a link or a code that leads to a new password. */
export async function RequestResetForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("access.forgot");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={requestResetAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <IdentifierField label={t("identifier")} />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** For somebody whose NIK is registered and who cannot get in. */
export async function RecoverByNikForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("access.recover");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={recoverByNikAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{ nik: t("nik"), birthDate: t("birthDate") }}
    >
      <TextField
        name="nik"
        label={t("nik")}
        hint={t("nikHint")}
        inputMode="numeric"
        autoComplete="off"
        width="half"
        required
        maxLength={24}
      />
      <DateField
        name="birthDate"
        label={t("birthDate")}
        hint={t("birthDateHint")}
        parts={{ day: t("day"), month: t("month"), year: t("year") }}
        birthday
      />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
