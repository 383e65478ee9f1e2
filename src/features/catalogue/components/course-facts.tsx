import { getTranslations } from "next-intl/server";
import { Money } from "#ui/primitives/money.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { CourseDetail } from "../types.ts";

/** Price, length, level and seats of a course. */
export async function CourseFacts({ course }: { readonly course: CourseDetail }) {
  const t = await getTranslations("catalogue");
  const level = course.level === "menengah" ? "menengah" : "dasar";
  return (
    <SummaryList
      rows={[
        { label: t("detail.price"), value: <Money amount={course.price} size="large" /> },
        { label: t("detail.length"), value: t("hours", { hours: course.hours }) },
        { label: t("detail.mode"), value: t("detail.selfPaced") },
        { label: t("detail.level"), value: t(`detail.levels.${level}`) },
        { label: t("detail.seats"), value: course.seatsLeft > 0 ? String(course.seatsLeft) : t("seatsNone") },
      ]}
    />
  );
}
