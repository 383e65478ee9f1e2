import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DateField } from "#ui/primitives/date-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { fillIdentityAction } from "../actions.ts";
import type { FormProps } from "./form-props.ts";
import { RegisteredAlready } from "./registered-already.tsx";

export async function IdentityForm({ commandKey, summary }: FormProps) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  const [year = "", month = "", day = ""] = summary.birthDate?.split("-") ?? [];
  return (
    <ActionForm
      action={fillIdentityAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        nik: t("identity.nik"),
        familyCard: t("identity.familyCard"),
        birthDate: t("identity.birthDate"),
        gender: t("identity.gender"),
      }}
    >
      <TextField
        name="nik"
        label={t("identity.nik")}
        hint={t("identity.nikHint")}
        defaultValue={summary.nik ?? undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        width="half"
        required
      />
      <RegisteredAlready title={t("identity.usedTitle")}>
        <p>{t("identity.usedText")}</p>
        <p>
          <a href="/masuk/pulihkan" className="link inline-flex min-h-11 items-center">
            {t("identity.usedAction")}
          </a>
        </p>
        <p>{t("identity.usedOffice")}</p>
      </RegisteredAlready>
      <TextField
        name="familyCard"
        label={t("identity.familyCard")}
        hint={t("identity.familyCardHint")}
        defaultValue={summary.familyCard ?? undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        width="half"
        required
      />
      <DateField
        name="birthDate"
        label={t("identity.birthDate")}
        hint={t("identity.birthDateHint")}
        parts={{ day: t("identity.day"), month: t("identity.month"), year: t("identity.year") }}
        defaultValue={{ day: withoutZero(day), month: withoutZero(month), year }}
        birthday
      />
      <RadioGroup
        name="gender"
        label={t("identity.gender")}
        layout="row"
        defaultValue={summary.gender ?? undefined}
        options={[
          { value: "female", label: t("identity.female") },
          { value: "male", label: t("identity.male") },
        ]}
      />
      <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}

function withoutZero(text: string): string {
  return text.replace(/^0/, "");
}
