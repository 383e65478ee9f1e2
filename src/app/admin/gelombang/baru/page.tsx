import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { PlanWaveForm } from "#features/waves/components/plan-wave-form.tsx";
import { findPlanningChoices } from "#features/waves/queries.ts";
import { addDays, type Day, dayInWib } from "#kernel/calendar.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("planTitle") };
}

/** "24-11-2026" */
const written = (day: Day) => day.split("-").reverse().join("-");

export default async function PlanWavePage() {
  await requireStaff("wave:command");
  const t = await getTranslations("waves.admin");
  const { schemes, nextNumber } = await findPlanningChoices();
  const today = dayInWib(await programmeNow());
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("planTitle")}
        lead={t("planLead")}
        eyebrow={
          <a href="/admin/gelombang" className="link">
            {t("back")}
          </a>
        }
      />
      <Card>
        <PlanWaveForm
          commandKey={newCommandKey()}
          schemes={schemes}
          suggested={{
            number: nextNumber,
            opens: `${written(addDays(today, 1))} 09.00`,
            closes: `${written(addDays(today, 7))} 23.59`,
          }}
        />
      </Card>
    </StaffFrame>
  );
}
