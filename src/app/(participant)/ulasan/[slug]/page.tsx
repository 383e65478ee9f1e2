import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ReviewForm } from "#features/reviews/components/review-form.tsx";
import { Stars } from "#features/reviews/components/stars.tsx";
import { findCourseToReview } from "#features/reviews/queries.ts";
import type { CourseToReview, Review } from "#features/reviews/types.ts";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { ConfirmPanel } from "#ui/patterns/confirm-panel.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.page");
  return { title: t("title") };
}

export default async function ReviewPage({ params }: Props) {
  const { slug } = await params;
  const { participantId } = await requireParticipant(`/ulasan/${slug}`);
  const course = await findCourseToReview(participantId, slug);
  if (!course) notFound();
  return (
    <ParticipantFrame current="/pelatihan-saya">
      {course.review ? (
        <GivenReview course={course} review={course.review} />
      ) : (
        <WantedReview course={course} />
      )}
    </ParticipantFrame>
  );
}

async function WantedReview({ course }: { readonly course: CourseToReview }) {
  const t = await getTranslations("reviews.page");
  if (!course.completedAt) {
    return (
      <EmptyState
        scene="video"
        level={1}
        title={t("unfinished")}
        text={t("unfinishedText", { course: course.title })}
        action={<LinkButton href="/pelatihan-saya">{t("unfinishedAction")}</LinkButton>}
      />
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        eyebrow={t("by", { course: course.title, provider: course.providerName })}
        lead={t("lead", { course: course.title })}
      />
      <ReviewForm slug={course.slug} commandKey={newCommandKey()} />
    </>
  );
}

async function GivenReview({ course, review }: { readonly course: CourseToReview; readonly review: Review }) {
  const t = await getTranslations("reviews.page");
  return (
    <>
      <ConfirmPanel
        title={t("done")}
        text={t("doneText", { day: formatDay(review.createdAt, await currentLocale()) })}
        action={
          <>
            <LinkButton href="/sertifikat">{t("certificates")}</LinkButton>
            <LinkButton href="/insentif" variant="secondary">
              {t("incentives")}
            </LinkButton>
          </>
        }
      />
      <Card title={t("yours")}>
        <p className="text-ink-soft">{t("by", { course: course.title, provider: course.providerName })}</p>
        <Stars stars={review.stars} />
        <p className="break-words whitespace-pre-line">{review.text}</p>
      </Card>
    </>
  );
}
