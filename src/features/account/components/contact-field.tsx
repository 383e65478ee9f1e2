import { getTranslations } from "next-intl/server";
import { EmailField, PhoneField } from "#ui/primitives/contact-fields.tsx";

/** Where somebody is reached: an address or a phone. */
export async function ContactField({ kind }: { readonly kind: "email" | "phone" }) {
  const t = await getTranslations("account.register");
  if (kind === "phone")
    return <PhoneField label={t("phone")} hint={t("phoneHint")} required maxLength={20} width="full" />;
  return <EmailField label={t("email")} hint={t("emailHint")} required />;
}
