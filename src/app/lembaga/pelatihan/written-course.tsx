import { CourseForm, type CourseFormStart } from "#features/catalogue/components/course-form.tsx";
import { findCourseRules, findPlatformChoices } from "#features/catalogue/queries/authoring.ts";
import { findCatalogueChoices } from "#features/catalogue/queries.ts";

type WrittenCourseProps = { readonly start: CourseFormStart; readonly providerSlug: string };

/** The form of a course, with what this provider may choose. */
export async function WrittenCourse({ start, providerSlug }: WrittenCourseProps) {
  const [{ categories }, platforms, rules] = await Promise.all([
    findCatalogueChoices(),
    findPlatformChoices(providerSlug),
    findCourseRules(),
  ]);
  return <CourseForm start={start} categories={categories} platforms={platforms} rules={rules} />;
}
