import { getTranslations } from "next-intl/server";
import { disabilities, educations, employments, maritalStatuses } from "#features/registration/types.ts";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

type Props = { readonly categories: readonly { readonly code: string; readonly name: string }[] };

/** How the person lives and what they want to learn. */
export async function SituationFields({ categories }: Props) {
  const t = await getTranslations("registration.situation");
  const choose = (await getTranslations("registration"))("choose");
  return (
    <>
      <SelectField
        name="education"
        label={t("education")}
        emptyText={choose}
        options={educations.map((value) => ({ value, label: t(`educations.${value}`) }))}
        required
      />
      <RadioGroup
        name="maritalStatus"
        label={t("maritalStatus")}
        layout="row"
        options={maritalStatuses.map((value) => ({ value, label: t(`maritalStatuses.${value}`) }))}
        required
      />
      <TextField
        name="dependants"
        label={t("dependants")}
        hint={t("dependantsHint")}
        suffix={t("people")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        width="short"
        required
      />
      <RadioGroup
        name="employment"
        label={t("employment")}
        options={employments.map((value) => ({ value, label: t(`employments.${value}`) }))}
        required
      />
      <SelectField
        name="disability"
        label={t("disability")}
        emptyText={choose}
        options={disabilities.map((value) => ({ value, label: t(`disabilities.${value}`) }))}
        required
      />
      <SelectField
        name="wantedCategory"
        label={t("wantedCategory")}
        emptyText={choose}
        options={categories.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={4}
        minLength={20}
        maxLength={500}
        required
      />
    </>
  );
}
