import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { linkPayoutAccountAction } from "../actions.ts";
import { institutions } from "../types.ts";

/** Asks for the account and, because a wrong digit sends money astray, for its number twice. */
export async function PayoutAccountForm({ label }: { readonly label: string }) {
  const t = await getTranslations("incentives");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={linkPayoutAccountAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={label}
    >
      <SelectField
        name="institution"
        label={t("account.institution")}
        hint={t("account.form.institutionHint")}
        emptyText={t("account.form.choose")}
        required
        options={institutions.map(({ code }) => ({ value: code, label: t(`institutions.${code}`) }))}
      />
      <TextField
        name="number"
        label={t("account.number")}
        hint={t("account.form.numberHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        width="half"
        required
      />
      <TextField
        name="numberAgain"
        label={t("account.form.again")}
        hint={t("account.form.againHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        width="half"
        required
      />
      <div>
        <SubmitButton busyText={shell("sending")}>{t("account.form.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
