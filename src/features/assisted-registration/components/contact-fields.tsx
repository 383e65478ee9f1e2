import { getTranslations } from "next-intl/server";
import { EmailField, PhoneField } from "#ui/primitives/contact-fields.tsx";

/** The person's own phone and e-mail, where there are any. */
export async function ContactFields() {
  const t = await getTranslations("assisted-registration.form");
  const registration = await getTranslations("registration.personal");
  return (
    <>
      <p>{t("contactText")}</p>
      <PhoneField
        label={registration("phone")}
        hint={t("phoneHint")}
        optionalText={t("optional")}
        autoComplete="off"
      />
      <EmailField label={t("email")} hint={t("emailHint")} optionalText={t("optional")} autoComplete="off" />
    </>
  );
}
