import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseContent } from "#features/catalogue/components/course-content.tsx";
import { CourseFacts } from "#features/catalogue/components/course-facts.tsx";
import { CourseSchedules } from "#features/catalogue/components/course-schedules.tsx";
import { findCourse } from "#features/catalogue/queries.ts";
import type { CourseDetail } from "#features/catalogue/types.ts";
import { findDetermination } from "#features/determination/queries.ts";
import { CoursePartners } from "#features/partners/components/course-partners.tsx";
import { CourseReviews } from "#features/reviews/components/course-reviews.tsx";
import { findRatings } from "#features/reviews/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { currentActor } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { ReaderFrame } from "../../../frames/reader-frame.tsx";

type Props = {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params }: Pick<Props, "params">): Promise<CourseDetail | null> {
  return findCourse((await params).slug, await programmeNow());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const course = await load(props);
  const isEnglish = (await currentLocale()) === "en";
  return course
    ? {
        title: isEnglish ? course.titleEn : course.title,
        description: isEnglish ? course.summaryEn : course.summary,
      }
    : {};
}

export default async function CoursePage(props: Props) {
  const course = await load(props);
  if (!course?.isActive) notFound();
  const t = await getTranslations("catalogue.detail");
  const isEnglish = (await currentLocale()) === "en";
  const { ulasan } = await props.searchParams;
  return (
    <ReaderFrame current="/pelatihan">
      <PageHeader
        title={isEnglish ? course.titleEn : course.title}
        lead={isEnglish ? course.summaryEn : course.summary}
        eyebrow={t("by", {
          provider: course.providerName,
          city: course.providerCity,
          platform: course.platformName,
        })}
      />
      <Card footer={<HowToBuy course={course} />}>
        <CourseFacts course={course} rating={await ratingOf(course)} />
      </Card>
      <CourseSchedules course={course} />
      <CourseContent course={course} />
      <CoursePartners providerSlug={course.providerSlug} platformSlug={course.platformSlug} />
      <p>
        <a
          href={`/pelatihan?${new URLSearchParams({ kategori: course.categoryCode })}`}
          className="link inline-flex min-h-11 items-center"
        >
          {t("compare")}
        </a>
      </p>
      <CourseReviews
        courseId={course.id}
        before={typeof ulasan === "string" ? ulasan : undefined}
        href={`/pelatihan/${course.slug}`}
      />
    </ReaderFrame>
  );
}

async function ratingOf({ id }: CourseDetail): Promise<string | undefined> {
  const t = await getTranslations("catalogue");
  const rating = (await findRatings([id])).get(id);
  const locale = await currentLocale();
  return rating && t("rating", { average: rating.average.toLocaleString(locale), reviews: rating.reviews });
}

async function HowToBuy({ course }: { readonly course: CourseDetail }) {
  const t = await getTranslations("catalogue");
  const actor = await currentActor();
  if (course.schedules.length === 0) return <Notice tone="warning">{t("detail.schedulesNone")}</Notice>;
  if (course.seatsLeft <= 0) return <Notice tone="warning">{t("seatsNone")}</Notice>;
  if (actor.role === "visitor") {
    return <LinkButton href={`/masuk?kembali=/beli/${course.slug}`}>{t("detail.signInToBuy")}</LinkButton>;
  }
  if (actor.role === "participant" && (await findDetermination(actor.participantId))) {
    return <LinkButton href={`/beli/${course.slug}`}>{t("detail.buy")}</LinkButton>;
  }
  return (
    <Notice
      action={
        <LinkButton href="/" variant="secondary">
          {t("detail.howTo")}
        </LinkButton>
      }
    >
      {t("detail.notRecipient")}
    </Notice>
  );
}
