import { getTranslations } from "next-intl/server";
import { PasswordField } from "#ui/primitives/password-field.tsx";

export async function NewPasswordField({ name, label }: { readonly name: string; readonly label: string }) {
  const t = await getTranslations("access");
  return (
    <PasswordField
      name={name}
      label={label}
      hint={t("reset.passwordHint")}
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
      showText={t("showPassword")}
      hideText={t("hidePassword")}
    />
  );
}
