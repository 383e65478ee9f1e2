import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { BackLink } from "../back-link.tsx";
import { WrittenCourse } from "../written-course.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.provider");
  return { title: t("new"), description: t("newLead") };
}

export default async function NewCoursePage() {
  const { providerSlug } = await requireStaff("provider:own");
  if (!providerSlug) notFound();
  const t = await getTranslations("catalogue.provider");
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader
        title={t("new")}
        lead={t("newLead")}
        eyebrow={<BackLink href="/lembaga/pelatihan" label={t("back")} />}
      />
      <WrittenCourse start={{ content: null, courseId: null }} providerSlug={providerSlug} />
    </StaffFrame>
  );
}
