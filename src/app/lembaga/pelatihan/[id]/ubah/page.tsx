import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { findOwnCourse } from "#features/catalogue/queries/authoring.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { BackLink } from "../../back-link.tsx";
import { WrittenCourse } from "../../written-course.tsx";

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.provider");
  return { title: t("editTitle") };
}

/** The draft, or the next version that opens with what the newest one says. */
export default async function EditCoursePage({ params }: Props) {
  const { providerSlug } = await requireStaff("provider:own");
  const { id } = await params;
  const course = providerSlug ? await findOwnCourse(providerSlug, id) : null;
  if (!providerSlug || !course) notFound();
  const [latest] = course.versions;
  const own = `/lembaga/pelatihan/${course.courseId}`;
  if (latest.status === "submitted") redirect(own);
  const t = await getTranslations("catalogue.provider");
  const version = latest.status === "draft" ? latest.version : latest.version + 1;
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader
        title={t("editTitle")}
        lead={t("editLead", { version })}
        eyebrow={<BackLink href={own} label={t("backToCourse")} />}
      />
      <WrittenCourse
        start={{ content: course.content, courseId: course.courseId }}
        providerSlug={providerSlug}
      />
    </StaffFrame>
  );
}
