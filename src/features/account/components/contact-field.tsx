import { getTranslations } from "next-intl/server";
import { TextField } from "#ui/primitives/text-field.tsx";

/** Where somebody is reached: an address or a phone. */
export async function ContactField({ kind }: { readonly kind: "email" | "phone" }) {
  const t = await getTranslations("account.register");
  if (kind === "phone")
    return (
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        autoComplete="tel"
        inputMode="tel"
        required
        maxLength={20}
      />
    );
  return (
    <TextField
      name="email"
      type="email"
      label={t("email")}
      hint={t("emailHint")}
      autoComplete="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={254}
    />
  );
}
