import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { DeliveryState } from "#features/account/components/delivery-state.tsx";
import { findCourse } from "#features/catalogue/queries.ts";
import type { CourseDetail } from "#features/catalogue/types.ts";
import { PurchaseCodeForm, ResendPurchaseCodeForm } from "#features/purchase/components/code-forms.tsx";
import { scheduleWords } from "#features/purchase/components/schedule-words.ts";
import { findWaitingPurchase } from "#features/purchase/queries/waiting.ts";
import type { WaitingPurchase } from "#features/purchase/types/offer.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly dikirim?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("purchase.code");
  return { title: t("title") };
}

/** The code that confirms a purchase: what is paid once more, where the code went, and how to get another. */
export default async function PurchaseCodePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { participantId } = await requireParticipant(`/beli/kode/${id}`);
  const now = await programmeNow();
  const waiting = await findWaitingPurchase(participantId, id, now);
  const course = waiting && (await findCourse(waiting.courseSlug, now));
  if (!waiting || !course) notFound();
  if (waiting.state === "bought") redirect(`/transaksi/${waiting.purchaseId}?baru=1`);
  const { dikirim } = await searchParams;
  return (
    <ParticipantFrame current="/pelatihan">
      {waiting.state === "open" ? (
        <Open waiting={waiting} course={course} isAgain={dikirim !== undefined} />
      ) : (
        <Over waiting={waiting} />
      )}
    </ParticipantFrame>
  );
}

type WaitingProps = { readonly waiting: WaitingPurchase };
type OpenProps = WaitingProps & { readonly course: CourseDetail; readonly isAgain: boolean };

async function Open({ waiting, course, isAgain }: OpenProps) {
  const t = await getTranslations("purchase.code");
  const locale = await currentLocale();
  const { code, expiresAt, id, amount } = waiting;
  return (
    <>
      <PageHeader
        title={t("title")}
        eyebrow={locale === "en" ? course.titleEn : course.title}
        lead={
          code
            ? t.rich(code.channel === "sms" ? "sentSms" : "sentEmail", {
                contact: code.contact,
                b: (text) => <b className="wrap-anywhere">{text}</b>,
              })
            : undefined
        }
      />
      {isAgain ? (
        <Notice tone="success" live>
          {t("again")}
        </Notice>
      ) : null}
      {code ? <DeliveryState code={code} channel={code.channel} /> : null}
      <Card>
        <p>{t("until", { until: formatMoment(expiresAt, locale) })}</p>
        <PurchaseCodeForm intentId={id} amount={amount} />
      </Card>
      <Summary waiting={waiting} course={course} />
      <Card title={t("notArrived")} look="sunken">
        <p>{t("notArrivedText")}</p>
        <ResendPurchaseCodeForm intentId={id} />
        <p className="text-ink-soft">{t("limits")}</p>
        <p>
          <a href="/profil" className="link inline-flex min-h-11 items-center">
            {t("contactChange")}
          </a>
        </p>
      </Card>
    </>
  );
}

/** The price as it was shown at the till: at another one nothing is bought. */
async function Summary({ waiting, course }: Omit<OpenProps, "isAgain">) {
  const t = await getTranslations("purchase.buy");
  const { amount, balance, scheduleCode } = waiting;
  const schedule = course.schedules.find(({ code }) => code === scheduleCode);
  return (
    <Card title={t("summary")}>
      <SummaryList
        rows={[
          { label: t("course"), value: (await currentLocale()) === "en" ? course.titleEn : course.title },
          { label: t("provider"), value: course.providerName },
          ...(schedule
            ? [
                {
                  label: t("schedule"),
                  value: [await scheduleWords(schedule), schedule.place].filter(Boolean).join(" · "),
                },
              ]
            : []),
          { label: t("price"), value: <Money amount={amount} size="large" /> },
          { label: t("before"), value: <Money amount={balance} /> },
          { label: t("after"), value: <Money amount={balance - amount} /> },
        ]}
      />
    </Card>
  );
}

/** Too late, or overtaken by another purchase: nothing was taken. */
async function Over({ waiting: { state, courseSlug } }: WaitingProps) {
  const t = await getTranslations("purchase.code");
  return (
    <>
      <PageHeader title={t("goneTitle")} />
      <Notice tone="warning">{t(state === "replaced" ? "replaced" : "expired")}</Notice>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={`/beli/${courseSlug}`}>{t("restart")}</LinkButton>
        <LinkButton href="/pelatihan" variant="secondary">
          {t("restartOther")}
        </LinkButton>
      </p>
    </>
  );
}
