import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Money } from "#ui/primitives/money.tsx";
import type { CourseDetail } from "../types.ts";
import { megabytes } from "./megabytes.ts";

type CompareTableProps = {
  readonly courses: readonly CourseDetail[];
  /** By course id, in words. */
  readonly ratings: ReadonlyMap<string, string>;
};

type Fact = { readonly name: string; readonly of: (course: CourseDetail) => ReactNode };

/** The same facts of two or three courses; a fact a row, so that a narrow screen shows them under each other. */
export async function CompareTable({ courses, ratings }: CompareTableProps) {
  const t = await getTranslations("catalogue");
  const isEnglish = (await currentLocale()) === "en";
  const facts: readonly Fact[] = [...(await factsOf(ratings)), await removal(courses)];
  return (
    <DataTable
      caption={t("compare.caption")}
      captionHidden
      rows={facts}
      rowKey={({ name }) => name}
      columns={[
        { header: t("compare.fact"), rowHeader: true, cell: ({ name }: Fact) => name },
        ...courses.map((course) => ({
          header: isEnglish ? course.titleEn : course.title,
          cell: ({ of }: Fact) => of(course),
        })),
      ]}
    />
  );
}

async function factsOf(ratings: CompareTableProps["ratings"]): Promise<Fact[]> {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  const nextOf = ({ mode, nextStart }: CourseDetail) =>
    mode === "self_paced" ? t("compare.anytime") : nextStart ? `${formatShort(nextStart, locale)} WIB` : null;
  const dataOf = ({ lessons }: CourseDetail) =>
    lessons.length > 0
      ? t("compare.megabytes", {
          size: megabytes(
            lessons.reduce((sum, { bytes }) => sum + bytes, 0),
            locale,
          ),
        })
      : "–";
  return [
    { name: t("detail.price"), of: ({ price }) => <Money amount={price} /> },
    { name: t("detail.length"), of: ({ hours }) => t("hours", { hours }) },
    { name: t("detail.mode"), of: ({ mode }) => t(`modes.${mode}`) },
    { name: t("compare.next"), of: (course) => nextOf(course) ?? t("compare.noDate") },
    { name: t("detail.seats"), of: ({ seatsLeft }) => (seatsLeft > 0 ? seatsLeft : t("seatsNone")) },
    { name: t("detail.level"), of: ({ level }) => t(`detail.levels.${level}`) },
    {
      name: t("detail.minimumAge"),
      of: ({ minimumAge }) => t("detail.minimumAgeValue", { age: minimumAge }),
    },
    {
      name: t("detail.minimumEducation"),
      of: ({ minimumEducation }) =>
        minimumEducation
          ? t("detail.minimumEducationValue", { education: t(`educations.${minimumEducation}`) })
          : t("detail.anyEducation"),
    },
    { name: t("detail.rating"), of: ({ id }) => ratings.get(id) ?? t("detail.ratingNone") },
    { name: t("compare.data"), of: dataOf },
    { name: t("detail.trainer"), of: ({ trainer }) => trainer.name },
    {
      name: t("compare.provider"),
      of: ({ providerName, providerCity }) => `${providerName}, ${providerCity}`,
    },
    { name: t("compare.platform"), of: ({ platformName }) => platformName },
    {
      name: t("compare.outcomes"),
      of: ({ outcomes }) => (
        <ul lang="id" className="grid list-disc gap-1 ps-5">
          {outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      ),
    },
  ];
}

async function removal(courses: readonly CourseDetail[]): Promise<Fact> {
  const t = await getTranslations("catalogue.compare");
  const without = (slug: string) =>
    new URLSearchParams(
      courses.filter((other) => other.slug !== slug).map((other) => ["kursus", other.slug]),
    );
  return {
    name: t("removeShort"),
    of: ({ slug, title }) => (
      <div className="flex flex-wrap gap-x-4">
        <a href={`/pelatihan/${slug}`} className="link inline-flex min-h-11 items-center">
          {title}
        </a>
        <a href={`/pelatihan/banding?${without(slug)}`} className="link inline-flex min-h-11 items-center">
          {t("removeShort")}
          <span className="sr-only"> {title}</span>
        </a>
      </div>
    ),
  };
}
