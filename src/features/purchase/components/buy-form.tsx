import { getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { buyCourseAction } from "../actions.ts";

/** Asks for the card number, as at any till, and for consent to the price. */
export async function BuyForm({ slug, price }: { readonly slug: string; readonly price: bigint }) {
  const t = await getTranslations("purchase.buy");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={buyCourseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("title")}
    >
      <input type="hidden" name="slug" value={slug} />
      <TextField
        name="cardNumber"
        label={t("card")}
        hint={t("cardHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        width="half"
        required
      />
      <p>
        <a href="/saldo" className="link inline-flex min-h-11 items-center">
          {t("cardWhere")}
        </a>
      </p>
      <p>{t("terms", { price: formatRupiah(price) })}</p>
      <SubmitButton size="large" busyText={t("busy")}>
        {t("submit", { price: formatRupiah(price) })}
      </SubmitButton>
    </ActionForm>
  );
}
