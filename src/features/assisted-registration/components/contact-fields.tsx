import { getTranslations } from "next-intl/server";
import { TextField } from "#ui/primitives/text-field.tsx";

/** The person's own phone and e-mail, where there are any. */
export async function ContactFields() {
  const t = await getTranslations("assisted-registration.form");
  const registration = await getTranslations("registration.personal");
  return (
    <>
      <p>{t("contactText")}</p>
      <TextField
        name="phone"
        type="tel"
        label={registration("phone")}
        hint={t("phoneHint")}
        optionalText={t("optional")}
        autoComplete="off"
        inputMode="tel"
        maxLength={24}
        width="half"
      />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        optionalText={t("optional")}
        autoComplete="off"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
    </>
  );
}
