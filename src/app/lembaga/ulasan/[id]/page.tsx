import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AnswerForm } from "#features/reviews/components/answer-form.tsx";
import { Stars } from "#features/reviews/components/stars.tsx";
import { findReviewOfProvider } from "#features/reviews/queries/of-provider.ts";
import { formatDay, formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { requireOwnProvider } from "../../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.answer");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** One review of the own provider's course and its answer; another's is not found. */
export default async function ReviewPage({ params }: Props) {
  const provider = await requireOwnProvider();
  const { id } = await params;
  const locale = await currentLocale();
  const t = await getTranslations("reviews.answer");
  const partners = await getTranslations("partners.reviews");
  const review = isUuid(id) ? await findReviewOfProvider(provider.slug, id, locale) : null;
  if (!review) notFound();
  const { answer } = review;
  const isSettled = answer !== null && answer.mendableUntil < (await programmeNow());
  return (
    <StaffFrame current="/lembaga/ulasan">
      <PageHeader eyebrow={review.courseTitle} title={t("title")} />
      <Card title={t("review")} aside={<Stars stars={review.stars} />}>
        <p className="whitespace-pre-line wrap-anywhere">{review.text}</p>
        <p className="text-sm text-ink-soft">{formatDay(review.createdAt, locale)}</p>
      </Card>
      <Card title={t("yours")}>
        {answer ? (
          <p className="text-ink-soft">
            {t(isSettled ? "settled" : "mendable", { moment: formatMoment(answer.mendableUntil, locale) })}
          </p>
        ) : null}
        {isSettled ? (
          <p className="whitespace-pre-line wrap-anywhere">{answer.text}</p>
        ) : (
          <AnswerForm reviewId={review.id} standing={answer?.text ?? null} commandKey={newCommandKey()} />
        )}
      </Card>
      <p>
        <a href="/lembaga/ulasan" className="link inline-flex min-h-11 items-center">
          {partners("back")}
        </a>
      </p>
    </StaffFrame>
  );
}
