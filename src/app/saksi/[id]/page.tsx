import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { CeremonyTimeline } from "#features/selection/components/ceremony/ceremony-timeline.tsx";
import { NextAct } from "#features/selection/components/ceremony/next-act.tsx";
import { actOf, findCeremony } from "#features/selection/queries/ceremony.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection.ceremony");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The promises of a draw as the witness sees them. */
export default async function WitnessedDrawPage({ params }: Props) {
  await requireStaff("draw:witness");
  const { id } = await params;
  const ceremony = isUuid(id) ? await findCeremony(id) : null;
  if (!ceremony) notFound();
  const t = await getTranslations("selection.ceremony");
  const act = actOf(ceremony, "witness", await programmeNow());
  return (
    <StaffFrame current="/saksi">
      <PageHeader
        title={t("of", { number: ceremony.number })}
        lead={t("lead")}
        eyebrow={
          <a href="/saksi" className="link">
            {t("backToAll")}
          </a>
        }
      />
      <NextAct ceremony={ceremony} act={act} party="witness" commandKey={newCommandKey()} />
      <CeremonyTimeline ceremony={ceremony} />
    </StaffFrame>
  );
}
