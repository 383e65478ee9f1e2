import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { fillAddressAction } from "../actions.ts";
import type { Area } from "../types.ts";
import type { FormProps } from "./form-props.ts";

/** The village and the street, once the district is known; and whether the person lives there. */
export async function AddressForm({
  commandKey,
  summary,
  villages,
}: FormProps & { readonly villages: readonly Area[] }) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  const isKnown = summary.step !== "address" && summary.villageCode !== null;
  return (
    <ActionForm
      action={fillAddressAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        villageCode: t("address.village"),
        address: t("address.address"),
        domicile: t("address.domicile"),
      }}
    >
      <SelectField
        name="villageCode"
        label={t("address.village")}
        emptyText={t("address.chooseVillage")}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={summary.villageCode ?? undefined}
        required
      />
      <TextAreaField
        name="address"
        label={t("address.address")}
        hint={t("address.addressHint")}
        defaultValue={summary.address ?? undefined}
        rows={3}
        maxLength={300}
        required
      />
      <RadioGroup
        name="domicile"
        label={t("address.domicile")}
        hint={t("address.domicileHint")}
        defaultValue={summary.domicile ? "other" : isKnown ? "same" : undefined}
        options={[
          { value: "same", label: t("address.same") },
          { value: "other", label: t("address.other") },
        ]}
      />
      <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
