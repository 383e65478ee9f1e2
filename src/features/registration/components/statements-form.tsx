import { getTranslations } from "next-intl/server";
import { excludedOccupations } from "#kernel/occupation.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { makeStatementsAction } from "../actions.ts";
import { STATEMENTS_VERSION, statedEmployments } from "../types.ts";
import type { FormProps } from "./form-props.ts";

export async function StatementsForm({ commandKey, summary: { statements } }: FormProps) {
  const t = await getTranslations("registration.statements");
  const wizard = await getTranslations("registration");
  const form = await getTranslations("shell.form");
  const answers = [
    { value: "no", label: t("no") },
    { value: "yes", label: t("yes") },
  ];
  const answer = (value: boolean | undefined) => (value === undefined ? undefined : value ? "yes" : "no");
  return (
    <ActionForm
      action={makeStatementsAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        employment: t("employment"),
        excludedOccupation: t("excludedOccupation"),
        inEducation: t("inEducation"),
        otherAid: t("otherAid"),
      }}
    >
      <RadioGroup
        name="employment"
        label={t("employment")}
        hint={t("employmentHint")}
        options={statedEmployments.map((value) => ({ value, label: t(`employments.${value}`) }))}
        defaultValue={statements?.employment}
      />
      <RadioGroup
        name="excludedOccupation"
        label={t("excludedOccupation")}
        hint={
          <>
            <p>{t("excludedOccupationHint")}</p>
            <ul className="grid list-disc gap-1 ps-5">
              {excludedOccupations.map((office) => (
                <li key={office}>{t(`occupations.${office}`)}</li>
              ))}
            </ul>
          </>
        }
        layout="row"
        options={answers}
        defaultValue={answer(statements?.excludedOccupation)}
      />
      <RadioGroup
        name="inEducation"
        label={t("inEducation")}
        hint={t("inEducationHint")}
        layout="row"
        options={answers}
        defaultValue={answer(statements?.inEducation)}
      />
      <RadioGroup
        name="otherAid"
        label={t("otherAid")}
        hint={t("otherAidHint")}
        layout="row"
        options={answers}
        defaultValue={answer(statements?.otherAid)}
      />
      <CheckboxField
        name="dataIsTrue"
        label={t("dataIsTrue")}
        defaultChecked={statements?.dataIsTrue}
        required
      />
      <p className="text-sm text-ink-soft">{t("version", { version: STATEMENTS_VERSION })}</p>
      <SubmitButton busyText={wizard("busy")}>{wizard("save")}</SubmitButton>
    </ActionForm>
  );
}
