import { getTranslations } from "next-intl/server";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";

type Village = { readonly code: string; readonly name: string };

/** The address of the KTP, in a village of the office's region. */
export async function AddressFields({ villages }: { readonly villages: readonly Village[] }) {
  const t = await getTranslations("registration.address");
  const form = await getTranslations("assisted-registration.form");
  return (
    <>
      <SelectField
        name="villageCode"
        label={t("village")}
        hint={form("villageHint")}
        emptyText={t("chooseVillage")}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <TextAreaField
        name="address"
        label={t("address")}
        hint={t("addressHint")}
        rows={3}
        maxLength={300}
        required
      />
    </>
  );
}
