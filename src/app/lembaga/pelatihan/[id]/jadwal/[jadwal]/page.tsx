import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { CancelScheduleForm } from "#features/catalogue/components/cancel-schedule-form.tsx";
import { findOwnSchedules } from "#features/catalogue/queries/authoring.ts";
import type { CourseId } from "#features/catalogue/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { BackLink } from "../../../back-link.tsx";

type Props = { readonly params: Promise<{ readonly id: string; readonly jadwal: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.schedule");
  return { title: t("cancel") };
}

/** Calling one date off, with what it does to those who bought it. */
export default async function CancelSchedulePage({ params }: Props) {
  const { providerSlug } = await requireStaff("provider:own");
  const { id, jadwal } = await params;
  const schedules = providerSlug ? await findOwnSchedules(providerSlug, id, await programmeNow()) : [];
  const schedule = schedules.find((own) => own.id === jadwal);
  if (!schedule?.isOpen) notFound();
  const t = await getTranslations("catalogue.schedule");
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader
        title={t("cancelTitle", { code: schedule.code })}
        lead={t("cancelLead")}
        eyebrow={<BackLink href={`/lembaga/pelatihan/${id}/jadwal`} label={t("title")} />}
      />
      <CancelScheduleForm courseId={id as CourseId} schedule={schedule} />
    </StaffFrame>
  );
}
