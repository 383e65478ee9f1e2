import { getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField } from "#ui/primitives/contact-fields.tsx";
import { authorizePurchaseAction, resendCodeAction } from "../actions.ts";

type Props = { readonly intentId: string };

/** The six digits, and with them the payment. */
export async function PurchaseCodeForm({ intentId, amount }: Props & { readonly amount: bigint }) {
  const t = await getTranslations("purchase.code");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={authorizePurchaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("title")}
    >
      <input type="hidden" name="intentId" value={intentId} />
      <DigitsField label={t("digits")} hint={t("digitsHint")} />
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit", { price: formatRupiah(amount) })}
      </SubmitButton>
    </ActionForm>
  );
}

/** Another code for the same purchase. */
export async function ResendPurchaseCodeForm({ intentId }: Props) {
  const t = await getTranslations("purchase.code");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={resendCodeAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("resend")}
    >
      <input type="hidden" name="intentId" value={intentId} />
      <SubmitButton variant="secondary" busyText={t("sending")}>
        {t("resend")}
      </SubmitButton>
    </ActionForm>
  );
}
