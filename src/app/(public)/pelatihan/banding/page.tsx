import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareTable } from "#features/catalogue/components/compare-table.tsx";
import { findCoursesBySlug } from "#features/catalogue/queries.ts";
import { comparedCourses } from "#features/catalogue/schema/search.ts";
import { findRatings } from "#features/reviews/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { ReaderFrame } from "../../../frames/reader-frame.tsx";

type Props = { readonly searchParams: Promise<{ readonly kursus?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.compare");
  return { title: t("title"), description: t("lead") };
}

/** Two or three courses side by side; the address holds them, so that it can be kept and shared. */
export default async function ComparePage({ searchParams }: Props) {
  const t = await getTranslations("catalogue.compare");
  const { kursus } = await searchParams;
  const courses = await findCoursesBySlug(comparedCourses.parse(kursus), await programmeNow());
  if (courses.length === 0) {
    return (
      <ReaderFrame current="/pelatihan">
        <EmptyState
          scene="market"
          level={1}
          title={t("none")}
          text={t("noneText")}
          action={<LinkButton href="/pelatihan">{t("noneAction")}</LinkButton>}
        />
      </ReaderFrame>
    );
  }
  return (
    <ReaderFrame current="/pelatihan" width="wide">
      <PageHeader title={t("title")} lead={t("lead")} />
      {courses.length === 1 ? <Notice>{t("one")}</Notice> : null}
      <CompareTable courses={courses} ratings={await ratingsInWords(courses.map(({ id }) => id))} />
      <div>
        <LinkButton href="/pelatihan" variant="secondary" icon="arrow-left">
          {t("noneAction")}
        </LinkButton>
      </div>
    </ReaderFrame>
  );
}

async function ratingsInWords(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  const ratings = await findRatings(ids);
  return new Map(
    [...ratings].map(([id, { average, reviews }]) => [
      id,
      t("rating", { average: average.toLocaleString(locale), reviews }),
    ]),
  );
}
