import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { OwnPurchase } from "../types.ts";
import { explainPurchase, groupedCode } from "./purchase-words.ts";
import { RedeemNowForm } from "./redeem-forms.tsx";

type NextStepProps = { readonly purchase: OwnPurchase; readonly now: Date };

/** What to do with a purchase now, until when, and what happens otherwise. */
export async function PurchaseNextStep({ purchase, now }: NextStepProps) {
  if (purchase.status === "bought" && now < purchase.redeemFrom) return <WaitStep purchase={purchase} />;
  if (purchase.status === "bought" && now <= purchase.redeemBy) return <RedeemStep purchase={purchase} />;
  if (purchase.status === "redeemed") return <LearnStep purchase={purchase} />;
  return <EndedStep purchase={purchase} now={now} />;
}

async function RedeemStep({ purchase }: { readonly purchase: OwnPurchase }) {
  const t = await getTranslations("purchase.one");
  return (
    <NextStepCard
      label={t("nextLabel")}
      what={t("redeem")}
      text={
        <div className="grid gap-4">
          <RedeemCode code={purchase.redeemCode} />
          <p>{t("redeemText")}</p>
          <RedeemNowForm purchaseId={purchase.id} redeemCode={purchase.redeemCode} />
        </div>
      }
      until={t("redeemUntil", { until: formatMoment(purchase.redeemBy, await currentLocale()) })}
      otherwise={t("redeemOtherwise")}
    />
  );
}

/** A training with a schedule: its code opens nothing before. */
async function WaitStep({ purchase }: { readonly purchase: OwnPurchase }) {
  const t = await getTranslations("purchase.one");
  const locale = await currentLocale();
  const { redeemCode, redeemFrom, redeemBy } = purchase;
  return (
    <NextStepCard
      label={t("nextLabel")}
      mood="wait"
      what={t("redeemLater")}
      text={
        <div className="grid gap-4">
          <RedeemCode code={redeemCode} />
          <p>{t("redeemLaterText")}</p>
        </div>
      }
      until={t("redeemBetween", {
        from: formatMoment(redeemFrom, locale),
        until: formatMoment(redeemBy, locale),
      })}
      otherwise={t("redeemOtherwise")}
    />
  );
}

async function RedeemCode({ code }: { readonly code: string }) {
  const t = await getTranslations("purchase.one");
  return (
    <p className="grid gap-1">
      <span className="text-ink-soft">{t("code")}</span>
      <strong className="font-mono text-3xl tracking-wide select-all">{groupedCode(code)}</strong>
    </p>
  );
}

async function LearnStep({ purchase }: { readonly purchase: OwnPurchase }) {
  const t = await getTranslations("purchase.one");
  return (
    <NextStepCard
      label={t("nextLabel")}
      what={t("learn")}
      until={t("learnUntil", { until: formatMoment(purchase.finishBy, await currentLocale()) })}
      otherwise={t("learnOtherwise")}
      action={
        <LinkButton href={`/belajar/${purchase.course.slug}`} icon="play" wide>
          {t("learnAction")}
        </LinkButton>
      }
    />
  );
}

/** Nothing is left to do with this purchase: it is finished, cancelled, too late or lost. */
async function EndedStep({ purchase, now }: NextStepProps) {
  const t = await getTranslations("purchase.one");
  const { status } = purchase;
  const what = {
    bought: t("expired"),
    redeemed: t("learn"),
    finished: t("finished"),
    cancelled: t("cancelled"),
    forfeited: t("forfeited"),
  }[status];
  const mayBuyAgain = status === "finished" || status === "cancelled";
  return (
    <NextStepCard
      label={t("doneLabel")}
      mood={status === "finished" ? "done" : "wait"}
      what={what}
      text={
        <>
          <p>{await explainPurchase(purchase, now)}</p>
          {status === "cancelled" ? (
            <p className="mt-2">
              {t(purchase.cancelCause === "schedule" ? "calledOffNext" : "cancelledNext")}
            </p>
          ) : null}
        </>
      }
      action={
        <>
          {status === "finished" ? <LinkButton href="/sertifikat">{t("finishedAction")}</LinkButton> : null}
          {mayBuyAgain ? (
            <LinkButton href="/pelatihan" variant={status === "finished" ? "secondary" : "primary"}>
              {status === "finished" ? t("again") : t("find")}
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
