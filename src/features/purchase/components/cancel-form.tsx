import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { cancelPurchaseAction } from "../actions.ts";
import type { OwnPurchase } from "../types.ts";

type CancelPurchaseProps = {
  readonly purchase: OwnPurchase;
  readonly now: Date;
  /** The last moment to buy a first training, where this purchase is the first one. */
  readonly firstDeadline: Date | null;
};

/** Undoing a purchase: what comes back, what is lost, until when. */
export async function CancelPurchase({ purchase, now, firstDeadline }: CancelPurchaseProps) {
  const t = await getTranslations("purchase.cancel");
  const { cancelBy, price } = purchase;
  if (!cancelBy) return <p className="text-ink-soft">{t("never")}</p>;
  const until = formatMoment(cancelBy, await currentLocale());
  if (now > cancelBy) return <p className="text-ink-soft">{t("past", { until })}</p>;
  return (
    <Card title={t("title")}>
      <p>{t("text", { price: formatRupiah(price) })}</p>
      <p>{t("until", { until })}</p>
      {firstDeadline ? <FirstDeadline until={firstDeadline} now={now} /> : null}
      <CancelForm purchaseId={purchase.id} />
    </Card>
  );
}

async function FirstDeadline({ until, now }: { readonly until: Date; readonly now: Date }) {
  const t = await getTranslations("purchase.cancel");
  return (
    <Notice tone="warning">
      {now > until ? t("firstLate") : t("firstUntil", { until: formatMoment(until, await currentLocale()) })}
    </Notice>
  );
}

async function CancelForm({ purchaseId }: { readonly purchaseId: string }) {
  const t = await getTranslations("purchase.cancel");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={cancelPurchaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      referenceLabel={shell("reference", { reference: "" })}
      label={t("title")}
    >
      <input type="hidden" name="purchaseId" value={purchaseId} />
      <CheckboxField name="confirmed" label={t("confirm")} required />
      <SubmitButton variant="danger" busyText={t("busy")}>
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
