import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AddScheduleForm } from "#features/catalogue/components/add-schedule-form.tsx";
import { OwnScheduleTable } from "#features/catalogue/components/own-schedule-table.tsx";
import { findOwnCourse, findOwnSchedules } from "#features/catalogue/queries/authoring.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { BackLink } from "../../back-link.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly ditambah?: string; readonly dibatalkan?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.schedule");
  return { title: t("title"), description: t("lead") };
}

/** The dates of a course, and a new one. */
export default async function SchedulesPage({ params, searchParams }: Props) {
  const { providerSlug } = await requireStaff("provider:own");
  const { id } = await params;
  const course = providerSlug ? await findOwnCourse(providerSlug, id) : null;
  if (!providerSlug || !course?.sold) notFound();
  const { courseId, sold } = course;
  const schedules = await findOwnSchedules(providerSlug, courseId, await programmeNow());
  const t = await getTranslations("catalogue.schedule");
  const { ditambah, dibatalkan } = await searchParams;
  const hasStanding = schedules.some(({ cancelledAt }) => !cancelledAt);
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader
        title={`${t("title")}: ${sold.title}`}
        lead={t("lead")}
        eyebrow={<BackLink href={`/lembaga/pelatihan/${courseId}`} label={sold.title} />}
      />
      {ditambah || dibatalkan ? (
        <Notice tone="success" live>
          {t(ditambah ? "added" : "wasCancelled")}
        </Notice>
      ) : null}
      <Card title={t("caption")}>
        <OwnScheduleTable courseId={courseId} schedules={schedules} />
      </Card>
      {sold.mode === "self_paced" && hasStanding ? null : (
        <AddScheduleForm courseId={courseId} mode={sold.mode} />
      )}
    </StaffFrame>
  );
}
