import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PhoneField } from "#ui/primitives/contact-fields.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { fillPersonalAction } from "../actions.ts";
import type { FormProps } from "./form-props.ts";

export async function PersonalForm({ commandKey, summary }: FormProps) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={fillPersonalAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        fullName: t("personal.fullName"),
        birthPlace: t("personal.birthPlace"),
        motherName: t("personal.motherName"),
        phone: t("personal.phone"),
      }}
    >
      <TextField
        name="fullName"
        label={t("personal.fullName")}
        hint={t("personal.fullNameHint")}
        defaultValue={summary.fullName ?? undefined}
        autoComplete="name"
        maxLength={120}
        required
      />
      <TextField
        name="birthPlace"
        label={t("personal.birthPlace")}
        hint={t("personal.birthPlaceHint")}
        defaultValue={summary.birthPlace ?? undefined}
        autoComplete="off"
        maxLength={120}
        required
      />
      <TextField
        name="motherName"
        label={t("personal.motherName")}
        hint={t("personal.motherNameHint")}
        defaultValue={summary.motherName ?? undefined}
        autoComplete="off"
        maxLength={120}
        required
      />
      <PhoneField
        label={t("personal.phone")}
        hint={t("personal.phoneHint")}
        defaultValue={summary.phone ?? undefined}
        required
      />
      <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
