import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { fillSituationAction } from "../actions.ts";
import { disabilities, educations, employments, maritalStatuses } from "../types.ts";
import type { FormProps } from "./form-props.ts";

type Props = FormProps & {
  readonly categories: readonly { readonly code: string; readonly name: string }[];
};

export async function SituationForm({ commandKey, summary, categories }: Props) {
  const t = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={fillSituationAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        education: t("situation.education"),
        maritalStatus: t("situation.maritalStatus"),
        dependants: t("situation.dependants"),
        employment: t("situation.employment"),
        disability: t("situation.disability"),
        wantedCategory: t("situation.wantedCategory"),
        reason: t("situation.reason"),
      }}
    >
      <SelectField
        name="education"
        label={t("situation.education")}
        hint={t("situation.educationHint")}
        emptyText={t("choose")}
        options={educations.map((value) => ({ value, label: t(`situation.educations.${value}`) }))}
        defaultValue={summary.education ?? undefined}
        required
      />
      <RadioGroup
        name="maritalStatus"
        label={t("situation.maritalStatus")}
        hint={t("situation.maritalStatusHint")}
        layout="row"
        options={maritalStatuses.map((value) => ({ value, label: t(`situation.maritalStatuses.${value}`) }))}
        defaultValue={summary.maritalStatus ?? undefined}
      />
      <TextField
        name="dependants"
        label={t("situation.dependants")}
        hint={t("situation.dependantsHint")}
        suffix={t("situation.people")}
        defaultValue={summary.dependants === null ? undefined : String(summary.dependants)}
        inputMode="numeric"
        maxLength={2}
        width="short"
        required
      />
      <RadioGroup
        name="employment"
        label={t("situation.employment")}
        hint={t("situation.employmentHint")}
        options={employments.map((value) => ({ value, label: t(`situation.employments.${value}`) }))}
        defaultValue={summary.employment ?? undefined}
      />
      <SelectField
        name="disability"
        label={t("situation.disability")}
        hint={t("situation.disabilityHint")}
        emptyText={t("choose")}
        options={disabilities.map((value) => ({ value, label: t(`situation.disabilities.${value}`) }))}
        defaultValue={summary.disability ?? undefined}
        required
      />
      <SelectField
        name="wantedCategory"
        label={t("situation.wantedCategory")}
        hint={t("situation.wantedCategoryHint")}
        emptyText={t("choose")}
        options={categories.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={summary.wantedCategory ?? undefined}
        required
      />
      <TextAreaField
        name="reason"
        label={t("situation.reason")}
        hint={t("situation.reasonHint")}
        defaultValue={summary.reason ?? undefined}
        rows={4}
        minLength={20}
        maxLength={500}
        required
      />
      <SubmitButton busyText={t("busy")}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
