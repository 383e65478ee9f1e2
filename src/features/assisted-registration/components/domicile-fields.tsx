import { getTranslations } from "next-intl/server";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";

type Village = { readonly code: string; readonly name: string };

/** Where the person lives, when that is not the address of the KTP: both fields, or none. */
export async function DomicileFields({ villages }: { readonly villages: readonly Village[] }) {
  const t = await getTranslations("assisted-registration.form");
  const registration = await getTranslations("registration.address");
  return (
    <>
      <p>{t("domicileText")}</p>
      <SelectField
        name="domicileVillage"
        label={t("domicileVillage")}
        hint={t("domicileVillageHint")}
        optionalText={t("optional")}
        emptyText={registration("chooseVillage")}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextAreaField
        name="domicileAddress"
        label={t("domicileAddress")}
        hint={registration("addressHint")}
        optionalText={t("optional")}
        rows={3}
        maxLength={300}
      />
    </>
  );
}
