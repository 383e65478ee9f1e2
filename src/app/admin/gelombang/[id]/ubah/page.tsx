import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { PlanWaveForm } from "#features/waves/components/plan-wave-form.tsx";
import { findFreePlaces, findPlanningChoices } from "#features/waves/queries/planning.ts";
import { findQuotas, findWave } from "#features/waves/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { writeMoment } from "#kernel/written-moment.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("edit") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** A draft or a scheduled wave, written anew; there is no such page for a wave that was opened. */
export default async function EditWavePage({ params }: Props) {
  await requireStaff("wave:command");
  const { id } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (wave?.status !== "draft" && wave?.status !== "scheduled") notFound();
  const t = await getTranslations("waves.admin");
  const { schemes } = await findPlanningChoices(await programmeNow());
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("editTitle", { number: wave.number })}
        lead={t("editLead")}
        eyebrow={
          <a href={`/admin/gelombang/${wave.id}`} className="link">
            {t("backToWave", { number: wave.number })}
          </a>
        }
      />
      <PlanWaveForm
        commandKey={newCommandKey()}
        schemes={schemes}
        freePlaces={await findFreePlaces(wave.id)}
        waveId={wave.id}
        start={{
          ...(await findQuotas(wave.id)),
          number: wave.number,
          kind: wave.kind,
          schemeCode: wave.schemeCode,
          opens: writeMoment(wave.opensAt),
          closes: writeMoment(wave.closesAt),
          quota: wave.quota,
        }}
      />
    </StaffFrame>
  );
}
