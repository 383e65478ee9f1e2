import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { redeemCodeAction } from "../actions.ts";

type RedeemProps = { readonly purchaseId: string };

/** One press with the code that stands above it. */
export async function RedeemNowForm({
  purchaseId,
  redeemCode,
}: RedeemProps & { readonly redeemCode: string }) {
  const t = await getTranslations("purchase.redeem");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={redeemCodeAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("now")}
    >
      <input type="hidden" name="purchaseId" value={purchaseId} />
      <input type="hidden" name="redeemCode" value={redeemCode} />
      <SubmitButton size="large" busyText={t("busy")}>
        {t("now")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The code typed by hand, from the letter or from a note. */
export async function RedeemTypedForm({ purchaseId }: RedeemProps) {
  const t = await getTranslations("purchase.redeem");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("typedTitle")} look="sunken">
      <p>{t("typed")}</p>
      <ActionForm
        action={redeemCodeAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        referenceLabel={shell("reference", { reference: "" })}
        label={t("submit")}
      >
        <input type="hidden" name="purchaseId" value={purchaseId} />
        <TextField
          name="redeemCode"
          label={t("code")}
          hint={t("hint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          width="half"
          required
        />
        <SubmitButton variant="secondary" busyText={t("busy")}>
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
