import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { PlanWaveForm } from "#features/waves/components/plan-wave-form.tsx";
import { findFreePlaces, findPlanningChoices } from "#features/waves/queries/planning.ts";
import { addDays, addSeconds, dayInWib, endOfDay, startOfDay } from "#kernel/calendar.ts";
import { writeMoment } from "#kernel/written-moment.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("planTitle") };
}

const NINE = 9 * 3_600;

/** A new plan, with times after everything that people were told of. */
export default async function PlanWavePage() {
  await requireStaff("wave:command");
  const t = await getTranslations("waves.admin");
  const now = await programmeNow();
  const { schemes, nextNumber, lastEnd } = await findPlanningChoices(now);
  const first = addDays(dayInWib(lastEnd ?? now), 1);
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
      <PlanWaveForm
        commandKey={newCommandKey()}
        schemes={schemes}
        freePlaces={await findFreePlaces()}
        start={{
          number: nextNumber,
          kind: "regular",
          schemeCode: undefined,
          opens: writeMoment(addSeconds(startOfDay(first), NINE)),
          closes: writeMoment(endOfDay(addDays(first, 6))),
          quota: undefined,
          provinces: new Map(),
          groups: new Map(),
        }}
      />
    </StaffFrame>
  );
}
