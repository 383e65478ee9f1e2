import { getTranslations } from "next-intl/server";
import { DateField } from "#ui/primitives/date-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

/** Who the person is. */
export async function ClaimFields() {
  const t = await getTranslations("assisted-registration.takeOver");
  return (
    <>
      <TextField
        name="nik"
        label={t("nik")}
        hint={t("nikHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        width="half"
        required
      />
      <DateField
        name="birthDate"
        label={t("birthDate")}
        hint={t("birthDateHint")}
        parts={{ day: t("day"), month: t("month"), year: t("year") }}
        birthday
      />
    </>
  );
}
