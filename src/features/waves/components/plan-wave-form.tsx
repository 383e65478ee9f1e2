import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { planWaveAction } from "../actions.ts";

type PlanWaveFormProps = {
  readonly commandKey: string;
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  readonly suggested: { readonly number: number; readonly opens: string; readonly closes: string };
};

export async function PlanWaveForm({ commandKey, schemes, suggested }: PlanWaveFormProps) {
  const t = await getTranslations("waves.admin");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={planWaveAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <TextField
        name="number"
        label={t("planNumber")}
        inputMode="numeric"
        width="tiny"
        defaultValue={String(suggested.number)}
        required
      />
      <SelectField
        name="schemeCode"
        label={t("planScheme")}
        options={schemes.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <TextField
        name="opensAt"
        label={t("planOpens")}
        hint={t("momentHint")}
        width="half"
        defaultValue={suggested.opens}
        required
      />
      <TextField
        name="closesAt"
        label={t("planCloses")}
        hint={t("momentHint")}
        width="half"
        defaultValue={suggested.closes}
        required
      />
      <TextField name="quota" label={t("planQuota")} inputMode="numeric" width="short" required />
      <div>
        <SubmitButton busyText={t("busy")}>{t("planSubmit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
