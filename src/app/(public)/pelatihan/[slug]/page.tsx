import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseFacts } from "#features/catalogue/components/course-facts.tsx";
import { findCourse } from "#features/catalogue/queries.ts";
import type { CourseDetail } from "#features/catalogue/types.ts";
import { findDetermination } from "#features/determination/queries.ts";
import { CourseReviews } from "#features/reviews/components/course-reviews.tsx";
import { currentActor } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Prose } from "#ui/primitives/prose.tsx";
import { ReaderFrame } from "../../../frames/reader-frame.tsx";

type Props = {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse((await params).slug);
  return course ? { title: course.title, description: course.summary } : {};
}

export default async function CoursePage({ params, searchParams }: Props) {
  const course = await findCourse((await params).slug);
  if (!course?.isActive) notFound();
  const t = await getTranslations("catalogue.detail");
  const isEnglish = (await getLocale()) === "en";
  const { ulasan } = await searchParams;
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
        <CourseFacts course={course} />
      </Card>
      <Content course={course} />
      <CourseReviews
        courseId={course.id}
        before={typeof ulasan === "string" ? ulasan : undefined}
        href={`/pelatihan/${course.slug}`}
      />
    </ReaderFrame>
  );
}

async function Content({ course }: { readonly course: CourseDetail }) {
  const t = await getTranslations("catalogue.detail");
  const locale = await getLocale();
  return (
    <>
      <section aria-labelledby="hasil" className="grid gap-3">
        <h2 id="hasil">{t("outcomes")}</h2>
        <ul className="grid gap-2">
          {course.outcomes.map((outcome) => (
            <li key={outcome} className="flex gap-3">
              <Icon name="check" className="flex-none text-success" />
              {outcome}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tentang" className="grid gap-3">
        <h2 id="tentang">{t("about")}</h2>
        <Prose>
          {course.description.split("\n\n").map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
      </section>
      <section aria-labelledby="isi-pelatihan" className="grid gap-3">
        <h2 id="isi-pelatihan">{t("lessons")}</h2>
        <ol className="grid list-decimal gap-2 ps-6">
          {course.lessons.map(({ title, seconds, bytes }) => (
            <li key={title}>{t("lesson", { title, seconds, size: megabytes(bytes, locale) })}</li>
          ))}
        </ol>
        <p className="text-sm text-ink-soft">{t("lessonsNote")}</p>
      </section>
    </>
  );
}

async function HowToBuy({ course }: { readonly course: CourseDetail }) {
  const t = await getTranslations("catalogue");
  const actor = await currentActor();
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

function megabytes(bytes: number, locale: string): string {
  return (bytes / 1e6).toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
}
