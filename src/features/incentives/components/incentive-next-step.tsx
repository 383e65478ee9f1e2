import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { IncentiveStep, IncentiveView } from "../types.ts";

/** The one thing to do about one's money, until when, and what happens otherwise; or that there is nothing to do. */
export async function IncentiveNextStep({ next }: { readonly next: IncentiveStep }) {
  const t = await getTranslations("incentives.next");
  const refusals = await getTranslations("incentives.refusals");
  const locale = await currentLocale();
  switch (next.step) {
    case "none":
      return null;
    case "link":
      return (
        <NextStepCard
          label={t("label")}
          what={t("link")}
          text={t("linkText")}
          until={t("linkUntil", { day: formatDay(next.first.scheduledFor, locale) })}
          otherwise={t("linkOtherwise")}
          action={<LinkButton href="/rekening">{t("linkAction")}</LinkButton>}
        />
      );
    case "repair":
      return (
        <NextStepCard
          label={t("label")}
          what={t("repair")}
          text={refusals(next.reason)}
          otherwise={t("repairOtherwise")}
          action={<LinkButton href="/rekening">{t("repairAction")}</LinkButton>}
        />
      );
    case "await-check":
      return (
        <NextStepCard mood="wait" label={t("waitLabel")} what={t("checking")} text={t("checkingText")} />
      );
    case "await-bank":
    case "await-day":
      return <Waiting payment={next.payment} isWithBank={next.step === "await-bank"} />;
    case "done":
      return (
        <NextStepCard
          mood="done"
          label={t("waitLabel")}
          what={t("done")}
          text={t("doneText")}
          action={
            <LinkButton href="/survei" variant="secondary">
              {t("doneAction")}
            </LinkButton>
          }
        />
      );
  }
}

type WaitingProps = { readonly payment: IncentiveView; readonly isWithBank: boolean };

async function Waiting({ payment, isWithBank }: WaitingProps) {
  const t = await getTranslations("incentives.next");
  const kinds = await getTranslations("incentives.kinds");
  const day = formatDay(payment.scheduledFor, await currentLocale());
  const amount = formatRupiah(payment.amount);
  return (
    <NextStepCard
      mood="wait"
      label={t("waitLabel")}
      what={t("wait", { kind: kinds(payment.kind, { sequence: payment.sequence }) })}
      text={isWithBank ? t("waitBank", { amount }) : t("waitText", { amount })}
      until={isWithBank ? undefined : t("waitUntil", { day })}
    />
  );
}
