import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { CeremonyTable } from "#features/selection/components/ceremony/ceremony-table.tsx";
import { findCeremonies } from "#features/selection/queries/ceremony.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection.ceremony");
  return { title: t("witnessTitle") };
}

/** The draws that a witness watches over, latest first. */
export default async function WitnessPage() {
  await requireStaff("draw:witness");
  const t = await getTranslations("selection.ceremony");
  const ceremonies = await findCeremonies();
  return (
    <StaffFrame current="/saksi">
      <PageHeader title={t("witnessTitle")} lead={t("witnessLead")} />
      {ceremonies.length > 0 ? (
        <CeremonyTable ceremonies={ceremonies} now={await programmeNow()} />
      ) : (
        <EmptyState scene="waiting" title={t("noneTitle")} text={t("noneText")} />
      )}
    </StaffFrame>
  );
}
