import { getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { setAllotmentAction } from "../actions.ts";

type AllotmentFormProps = {
  readonly commandKey: string;
  readonly waves: readonly {
    readonly id: string;
    readonly number: number;
    readonly allotted: bigint | null;
  }[];
};

/** An administrator says how much a wave may promise. */
export async function AllotmentForm({ commandKey, waves }: AllotmentFormProps) {
  const t = await getTranslations("accounting.allotment");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={setAllotmentAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SelectField
          name="waveId"
          label={t("wave")}
          emptyText={t("choose")}
          required
          options={waves.map(({ id, number, allotted }) => ({
            value: id,
            label: t("waveNow", { number, amount: allotted === null ? t("notYet") : formatRupiah(allotted) }),
          }))}
        />
        <TextField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          prefix="Rp"
          inputMode="numeric"
          required
        />
      </div>
      <CheckboxField name="confirmed" label={t("confirm")} required />
      <div>
        <SubmitButton busyText={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
