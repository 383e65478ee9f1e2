import { getTranslations } from "next-intl/server";
import { formatDay, formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import { Timeline, type TimelineItem } from "#ui/primitives/timeline.tsx";
import { retryPaymentAction } from "../actions.ts";
import type { IncentiveLabel, IncentiveOverview, IncentiveView } from "../types.ts";

const tones = {
  "not-processed": "neutral",
  scheduled: "info",
  checking: "info",
  held: "warning",
  failed: "danger",
  paid: "success",
} as const satisfies Record<IncentiveLabel, Tone>;

/** Every payment with its label and a plain sentence on what to do next. */
export async function IncentiveTimeline({ payments, account }: IncentiveOverview) {
  const t = await getTranslations("incentives");
  const locale = await currentLocale();
  const items = payments.map((payment): TimelineItem => {
    const name = t(`kinds.${payment.kind}`, { sequence: payment.sequence });
    return {
      id: payment.id,
      tone: tones[payment.label],
      when: payment.paidAt
        ? t("dates.paid", { moment: formatMoment(payment.paidAt, locale) })
        : t("dates.scheduled", { day: formatDay(payment.scheduledFor, locale) }),
      dateTime: (payment.paidAt ?? payment.scheduledFor).toISOString(),
      title: (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {name}
          <Money amount={payment.amount} />
          <Tag tone={tones[payment.label]}>{t(`labels.${payment.label}`)}</Tag>
        </span>
      ),
      text: (
        <div className="grid max-w-text gap-3">
          <p>
            {payment.label === "held" && payment.reason
              ? t(`refusals.${payment.reason}`)
              : t(`explain.${payment.label}`)}
          </p>
          {payment.label === "held" && account?.status === "verified" ? (
            <RetryForm payment={payment} name={name} />
          ) : null}
        </div>
      ),
    };
  });
  return <Timeline items={items} />;
}

async function RetryForm({ payment, name }: { readonly payment: IncentiveView; readonly name: string }) {
  const t = await getTranslations("incentives.retry");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={retryPaymentAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("label", { payment: name })}
    >
      <input type="hidden" name="paymentId" value={payment.id} />
      <p>{t("text")}</p>
      <div>
        <SubmitButton variant="secondary" busyText={t("busy")}>
          {t("action")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
