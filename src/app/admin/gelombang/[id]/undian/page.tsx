import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
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

/** The promises of a draw as the operator and the auditor see them. */
export default async function DrawCeremonyPage({ params }: Props) {
  const actor = await requireStaff("wave:review");
  const { id } = await params;
  const ceremony = isUuid(id) ? await findCeremony(id) : null;
  if (!ceremony) notFound();
  const t = await getTranslations("selection.ceremony");
  const party = may(actor.role, "wave:command") ? "operator" : null;
  const act = actOf(ceremony, party, await programmeNow());
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("of", { number: ceremony.number })}
        lead={t("lead")}
        eyebrow={
          <a href={`/admin/gelombang/${id}`} className="link">
            {t("backToWave")}
          </a>
        }
      />
      <NextAct ceremony={ceremony} act={act} party="operator" commandKey={newCommandKey()} />
      <CeremonyTimeline ceremony={ceremony} />
    </StaffFrame>
  );
}
