import { getTranslations } from "next-intl/server";
import { statedEmployments } from "#features/registration/types.ts";
import { excludedOccupations } from "#kernel/occupation.ts";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";

/** The applicant's statements, read aloud and answered by the person. */
export async function StatementFields() {
  const t = await getTranslations("registration.statements");
  const form = await getTranslations("assisted-registration.form");
  const answers = [
    { value: "no", label: t("no") },
    { value: "yes", label: t("yes") },
  ];
  return (
    <>
      <p>{form("statementsText")}</p>
      <RadioGroup
        name="statedEmployment"
        label={t("employment")}
        options={statedEmployments.map((value) => ({ value, label: t(`employments.${value}`) }))}
        required
      />
      <RadioGroup
        name="excludedOccupation"
        label={t("excludedOccupation")}
        hint={
          <ul className="grid list-disc gap-1 ps-5">
            {excludedOccupations.map((office) => (
              <li key={office}>{t(`occupations.${office}`)}</li>
            ))}
          </ul>
        }
        layout="row"
        options={answers}
        required
      />
      <RadioGroup
        name="inEducation"
        label={t("inEducation")}
        hint={t("inEducationHint")}
        layout="row"
        options={answers}
        required
      />
      <RadioGroup
        name="otherAid"
        label={t("otherAid")}
        hint={t("otherAidHint")}
        layout="row"
        options={answers}
        required
      />
      <CheckboxField name="dataIsTrue" label={t("dataIsTrue")} required />
    </>
  );
}
