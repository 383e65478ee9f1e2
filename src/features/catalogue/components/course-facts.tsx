import { getTranslations } from "next-intl/server";
import { Money } from "#ui/primitives/money.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { CourseDetail } from "../types.ts";

type CourseFactsProps = {
  readonly course: CourseDetail;
  /** "4,7 dari 5 (128 ulasan)", in words; none while nobody reviewed it. */
  readonly rating: string | undefined;
};

/** Price, length, way of learning, conditions, seats and rating of a course. */
export async function CourseFacts({ course, rating }: CourseFactsProps) {
  const t = await getTranslations("catalogue");
  const { mode, minimumEducation, minimumAge, seatsLeft } = course;
  return (
    <SummaryList
      rows={[
        { label: t("detail.price"), value: <Money amount={course.price} size="large" /> },
        { label: t("detail.length"), value: t("hours", { hours: course.hours }) },
        {
          label: t("detail.mode"),
          value: t("detail.modeHint", { mode: t(`modes.${mode}`), hint: t(`modeHints.${mode}`) }),
        },
        { label: t("detail.level"), value: t(`detail.levels.${course.level}`) },
        { label: t("detail.minimumAge"), value: t("detail.minimumAgeValue", { age: minimumAge }) },
        {
          label: t("detail.minimumEducation"),
          value: minimumEducation
            ? t("detail.minimumEducationValue", { education: t(`educations.${minimumEducation}`) })
            : t("detail.anyEducation"),
        },
        { label: t("detail.seats"), value: seatsLeft > 0 ? String(seatsLeft) : t("seatsNone") },
        { label: t("detail.rating"), value: rating ?? t("detail.ratingNone") },
        { label: t("detail.code"), value: course.code },
      ]}
    />
  );
}
