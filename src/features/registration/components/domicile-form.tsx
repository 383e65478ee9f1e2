import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { fillDomicileAction } from "../actions.ts";
import type { Area } from "../types.ts";
import type { FormProps } from "./form-props.ts";

/** Where somebody lives now, once the district is known. */
export async function DomicileForm({
  commandKey,
  summary: { domicile },
  villages,
}: FormProps & { readonly villages: readonly Area[] }) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={fillDomicileAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{ domicileVillage: t("address.village"), domicileAddress: t("address.address") }}
    >
      <SelectField
        name="domicileVillage"
        label={t("address.village")}
        emptyText={t("address.chooseVillage")}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={domicile?.villageCode}
        required
      />
      <TextAreaField
        name="domicileAddress"
        label={t("address.address")}
        hint={t("domicile.addressHint")}
        defaultValue={domicile?.address}
        rows={3}
        maxLength={300}
        required
      />
      <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
