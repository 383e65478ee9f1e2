import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findCard, findInduction } from "#features/balance/queries.ts";
import { findCourse } from "#features/catalogue/queries.ts";
import type { CourseDetail } from "#features/catalogue/types.ts";
import { BuyForm } from "#features/purchase/components/buy-form.tsx";
import { PurchaseTermsCard } from "#features/purchase/components/purchase-terms.tsx";
import { RefusedOffer } from "#features/purchase/components/refused-offer.tsx";
import { scheduleWords } from "#features/purchase/components/schedule-words.ts";
import { findOffer } from "#features/purchase/queries/offer.ts";
import type { Offer } from "#features/purchase/types/offer.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("purchase.buy");
  const course = await findCourse((await params).slug, await programmeNow());
  return { title: course ? `${t("title")}: ${await titleOf(course)}` : t("title"), description: t("lead") };
}

/** The till: what is bought, what it costs, what is left, what it obliges to. */
export default async function BuyPage({ params }: Props) {
  const { slug } = await params;
  const { participantId } = await requireParticipant(`/beli/${slug}`);
  const now = await programmeNow();
  const course = await findCourse(slug, now);
  if (!course) notFound();
  const offer = await findOffer(participantId, slug, now);
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
          <PurchaseTermsCard choices={offer.choices} />
          <InductionFirst participantId={participantId} />
          <BuyForm slug={slug} price={course.price} choices={offer.choices} />
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
  const t = await getTranslations("purchase.buy");
  const [only] = offer.choices;
  const when =
    only && offer.choices.length === 1
      ? [{ label: t("schedule"), value: [await scheduleWords(only), only.place].filter(Boolean).join(" · ") }]
      : [];
  return (
    <Card title={t("summary")}>
      <SummaryList
        rows={[
          { label: t("course"), value: await titleOf(course) },
          { label: t("provider"), value: course.providerName },
          { label: t("platform"), value: course.platformName },
          ...when,
          { label: t("price"), value: <Money amount={course.price} size="large" /> },
          { label: t("before"), value: <Money amount={offer.balanceAfter + course.price} /> },
          { label: t("after"), value: <Money amount={offer.balanceAfter} /> },
        ]}
      />
    </Card>
  );
}

/** Whoever never saw the number of the card cannot know it yet. */
async function InductionFirst({ participantId }: { readonly participantId: ParticipantId }) {
  const [card, induction] = await Promise.all([findCard(participantId), findInduction(participantId)]);
  if (induction.isDone || card?.shownAt) return null;
  const t = await getTranslations("purchase.buy");
  return (
    <Notice
      tone="warning"
      title={t("inductionTitle")}
      action={<LinkButton href="/induksi">{t("inductionAction")}</LinkButton>}
    >
      {t("inductionText")}
    </Notice>
  );
}

async function titleOf(course: CourseDetail): Promise<string> {
  return (await currentLocale()) === "en" ? course.titleEn : course.title;
}
