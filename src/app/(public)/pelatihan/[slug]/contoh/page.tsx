import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { megabytes } from "#features/catalogue/components/megabytes.ts";
import { SampleLessonView } from "#features/catalogue/components/sample-lesson.tsx";
import { findSampleLesson } from "#features/catalogue/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { ReaderFrame } from "../../../../frames/reader-frame.tsx";

type Props = { readonly params: Promise<{ readonly slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("catalogue.sample");
  const lesson = await findSampleLesson((await params).slug);
  return lesson ? { title: t("title", { lesson: lesson.title }) } : {};
}

/** One lesson that anybody may see before buying, with what it costs in data said first. */
export default async function SamplePage({ params }: Props) {
  const { slug } = await params;
  const lesson = await findSampleLesson(slug);
  if (!lesson) notFound();
  const t = await getTranslations("catalogue.sample");
  return (
    <ReaderFrame current="/pelatihan">
      <PageHeader
        title={t("title", { lesson: lesson.title })}
        eyebrow={lesson.courseTitle}
        lead={t("lead", { size: megabytes(lesson.bytes, await currentLocale()) })}
      />
      <SampleLessonView lesson={lesson} />
      <p>
        <a href={`/pelatihan/${slug}`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </ReaderFrame>
  );
}
