import { getTranslations } from "next-intl/server";
import { categoryHue } from "#features/catalogue/components/category-hue.ts";
import type { ListedCourse } from "#features/catalogue/types.ts";
import { findRatings } from "#features/reviews/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { CourseCard } from "#ui/patterns/course-card.tsx";
import { Tag } from "#ui/primitives/tag.tsx";

const FEW_SEATS = 10;

type CourseGridProps = {
  readonly courses: readonly ListedCourse[];
  readonly level?: 2 | 3;
  /** Below each card: a box to compare it. */
  readonly comparable?: boolean;
};

/** Courses as cards, with their ratings. */
export async function CourseGrid({ courses, level, comparable }: CourseGridProps) {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  const ratings = await findRatings(courses.map((course) => course.id));
  const seatsOf = (left: number) =>
    left <= 0 ? t("seatsNone") : left <= FEW_SEATS ? t("seatsFew", { seats: left }) : undefined;
  return (
    <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
      {courses.map((course) => {
        const rating = ratings.get(course.id);
        const title = locale === "en" ? course.titleEn : course.title;
        return (
          <div key={course.id} className="grid grid-rows-[1fr_auto] gap-1">
            <CourseCard
              href={`/pelatihan/${course.slug}`}
              title={title}
              level={level}
              provider={course.providerName}
              platform={course.platformName}
              price={course.price}
              hours={t("hours", { hours: course.hours })}
              rating={
                rating &&
                t("rating", { average: rating.average.toLocaleString(locale), reviews: rating.reviews })
              }
              seats={seatsOf(course.seatsLeft)}
              tags={course.mode === "self_paced" ? null : <Tag tone="info">{t(`modes.${course.mode}`)}</Tag>}
              cover={{ code: course.slug, hue: categoryHue(course.categoryCode) }}
            />
            {comparable ? (
              <label className="flex min-h-11 cursor-pointer items-center gap-3 px-2">
                <input type="checkbox" name="kursus" value={course.slug} className="tick" />
                <span>
                  {t("list.compare")}
                  <span className="sr-only"> {title}</span>
                </span>
              </label>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
