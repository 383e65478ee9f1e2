import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ScheduleTable } from "#features/partners/components/participants.tsx";
import { findSchedules } from "#features/partners/queries/participants.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { requireOwnProvider } from "../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.participants");
  return { title: t("title") };
}

export default async function SchedulesPage() {
  const provider = await requireOwnProvider();
  const t = await getTranslations("partners.participants");
  const schedules = await findSchedules(provider, await currentLocale(), await programmeNow());
  return (
    <StaffFrame current="/lembaga/peserta">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <ScheduleTable schedules={schedules} />
      </Card>
    </StaffFrame>
  );
}
