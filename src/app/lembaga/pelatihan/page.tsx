import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { OwnCourseTable } from "#features/catalogue/components/own-course-table.tsx";
import { findOwnCourses } from "#features/catalogue/queries/authoring.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.provider");
  return { title: t("title"), description: t("lead") };
}

/** A provider's own courses: what is sold, written and judged. */
export default async function OwnCoursesPage() {
  const { providerSlug } = await requireStaff("provider:own");
  const t = await getTranslations("catalogue.provider");
  const courses = providerSlug ? await findOwnCourses(providerSlug) : [];
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader title={t("title")} lead={t("lead")} />
      {courses.length > 0 ? (
        <div>
          <LinkButton href="/lembaga/pelatihan/baru">{t("new")}</LinkButton>
        </div>
      ) : null}
      <OwnCourseTable courses={courses} />
    </StaffFrame>
  );
}
