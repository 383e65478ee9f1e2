import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findCourse } from "#features/catalogue/queries.ts";
import type { CourseDetail } from "#features/catalogue/types.ts";
import { BuyForm } from "#features/purchase/components/buy-form.tsx";
import { PurchaseTermsCard } from "#features/purchase/components/purchase-terms.tsx";
import { RefusedOffer } from "#features/purchase/components/refused-offer.tsx";
import { findOffer } from "#features/purchase/queries.ts";
import type { Offer } from "#features/purchase/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("purchase.buy");
  const course = await findCourse((await params).slug);
  return { title: course ? `${t("title")}: ${await titleOf(course)}` : t("title"), description: t("lead") };
}

/** The till: what is bought, what it costs, what is left, what it obliges to. */
export default async function BuyPage({ params }: Props) {
  const { slug } = await params;
  const { participantId } = await requireParticipant(`/beli/${slug}`);
  const course = await findCourse(slug);
  if (!course) notFound();
  const offer = await findOffer(participantId, slug, await programmeNow());
  const t = await getTranslations("purchase.buy");
  return (
    <ParticipantFrame current="/pelatihan">
      <PageHeader
        title={t("title")}
        lead={offer.kind === "buyable" ? t("lead") : undefined}
        eyebrow={await titleOf(course)}
      />
      {offer.kind === "buyable" ? (
        <>
          <Summary course={course} offer={offer} />
          <PurchaseTermsCard dates={offer.dates} />
          <BuyForm slug={slug} price={course.price} />
        </>
      ) : (
        <RefusedOffer offer={offer} />
      )}
      <p>
        <a href={`/pelatihan/${slug}`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </ParticipantFrame>
  );
}

type SummaryProps = {
  readonly course: CourseDetail;
  readonly offer: Extract<Offer, { kind: "buyable" }>;
};

async function Summary({ course, offer }: SummaryProps) {
  const t = await getTranslations("purchase");
  return (
    <Card title={t("buy.summary")}>
      <SummaryList
        rows={[
          { label: t("buy.course"), value: await titleOf(course) },
          { label: t("buy.provider"), value: course.providerName },
          { label: t("buy.platform"), value: course.platformName },
          { label: t("buy.price"), value: <Money amount={course.price} size="large" /> },
          { label: t("offer.balance"), value: <Money amount={offer.balanceAfter + course.price} /> },
          { label: t("buy.after"), value: <Money amount={offer.balanceAfter} /> },
        ]}
      />
    </Card>
  );
}

async function titleOf(course: CourseDetail): Promise<string> {
  return (await currentLocale()) === "en" ? course.titleEn : course.title;
}
