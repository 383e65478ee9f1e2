import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { categoryHue } from "#features/catalogue/components/category-hue.ts";
import { SearchForm } from "#features/catalogue/components/search-form.tsx";
import { findCatalogueChoices, findCourses } from "#features/catalogue/queries.ts";
import { courseSearch } from "#features/catalogue/schema.ts";
import type { ListedCourse } from "#features/catalogue/types.ts";
import { findRatings } from "#features/reviews/queries.ts";
import { CourseCard } from "#ui/patterns/course-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { ReaderFrame } from "../../frames/reader-frame.tsx";

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

const FEW_SEATS = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.list");
  return { title: t("title"), description: t("lead") };
}

export default async function CataloguePage({ searchParams }: Props) {
  const t = await getTranslations("catalogue.list");
  const asked = await searchParams;
  const search = courseSearch.parse(asked);
  const [choices, { items, next }] = await Promise.all([findCatalogueChoices(), findCourses(search)]);
  return (
    <ReaderFrame current="/pelatihan" width="wide">
      <PageHeader title={t("title")} lead={t("lead")} />
      <SearchForm choices={choices} search={search} />
      {items.length > 0 ? (
        <CourseGrid courses={items} />
      ) : (
        <EmptyState
          scene="market"
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={<LinkButton href="/pelatihan">{t("emptyAction")}</LinkButton>}
        />
      )}
      <Pagination
        label={t("pages")}
        previous={search.after ? { href: addressOf(asked, null), label: t("first") } : undefined}
        next={next ? { href: addressOf(asked, next), label: t("more") } : undefined}
      />
    </ReaderFrame>
  );
}

async function CourseGrid({ courses }: { readonly courses: readonly ListedCourse[] }) {
  const t = await getTranslations("catalogue");
  const locale = await getLocale();
  const ratings = await findRatings(courses.map((course) => course.id));
  return (
    <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
      {courses.map((course) => {
        const rating = ratings.get(course.id);
        return (
          <CourseCard
            key={course.id}
            href={`/pelatihan/${course.slug}`}
            title={locale === "en" ? course.titleEn : course.title}
            provider={course.providerName}
            platform={course.platformName}
            price={course.price}
            hours={t("hours", { hours: course.hours })}
            rating={
              rating &&
              t("rating", { average: rating.average.toLocaleString(locale), reviews: rating.reviews })
            }
            seats={
              course.seatsLeft <= 0
                ? t("seatsNone")
                : course.seatsLeft <= FEW_SEATS
                  ? t("seatsFew", { seats: course.seatsLeft })
                  : undefined
            }
            cover={{ code: course.slug, hue: categoryHue(course.categoryCode) }}
          />
        );
      })}
    </div>
  );
}

function addressOf(asked: Record<string, string | string[] | undefined>, after: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (typeof value === "string" && value && name !== "setelah") query.set(name, value);
  }
  if (after) query.set("setelah", after);
  return `/pelatihan?${query}`;
}
