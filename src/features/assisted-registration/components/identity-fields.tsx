import { getTranslations } from "next-intl/server";
import { DateField } from "#ui/primitives/date-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

/** Who the person is, as on the KTP and the family card. */
export async function IdentityFields() {
  const t = await getTranslations("registration");
  const number = { inputMode: "numeric", autoComplete: "off", maxLength: 24, width: "half" } as const;
  const name = { autoComplete: "off", maxLength: 120 } as const;
  return (
    <>
      <TextField name="nik" label={t("identity.nik")} hint={t("identity.nikHint")} {...number} required />
      <TextField
        name="familyCard"
        label={t("identity.familyCard")}
        hint={t("identity.familyCardHint")}
        {...number}
        required
      />
      <DateField
        name="birthDate"
        label={t("identity.birthDate")}
        hint={t("identity.birthDateHint")}
        parts={{ day: t("identity.day"), month: t("identity.month"), year: t("identity.year") }}
      />
      <RadioGroup
        name="gender"
        label={t("identity.gender")}
        layout="row"
        options={[
          { value: "female", label: t("identity.female") },
          { value: "male", label: t("identity.male") },
        ]}
        required
      />
      <TextField
        name="fullName"
        label={t("personal.fullName")}
        hint={t("personal.fullNameHint")}
        {...name}
        required
      />
      <TextField name="birthPlace" label={t("personal.birthPlace")} {...name} required />
      <TextField
        name="motherName"
        label={t("personal.motherName")}
        hint={t("personal.motherNameHint")}
        {...name}
        required
      />
    </>
  );
}
