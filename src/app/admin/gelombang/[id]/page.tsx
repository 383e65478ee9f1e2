import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { findSelectionRuns } from "#features/selection/queries/runs.ts";
import { AnomalyCard } from "#features/wave-review/components/anomaly-card.tsx";
import { ExclusionCard } from "#features/wave-review/components/exclusion-card.tsx";
import { RunProgress } from "#features/wave-review/components/run-progress.tsx";
import { WaveFiguresCard } from "#features/wave-review/components/wave-figures.tsx";
import { WaveLife } from "#features/wave-review/components/wave-life.tsx";
import { findAnomalies } from "#features/wave-review/queries/anomalies.ts";
import { findExclusions } from "#features/wave-review/queries/exclusions.ts";
import { findFigures } from "#features/wave-review/queries/figures.ts";
import { WaveCommands } from "#features/waves/components/wave-commands.tsx";
import { WaveQuotas } from "#features/waves/components/wave-quotas.tsx";
import { WaveStatusTag } from "#features/waves/components/wave-status-tag.tsx";
import { findWave } from "#features/waves/queries.ts";
import type { ListedWave } from "#features/waves/types.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DeterminationCommands } from "./determination-commands.tsx";
import { SelectionCommands } from "./selection-commands.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** A wave for its operator: the next step, the whole life, the figures, what stands out, who was taken out. */
export default async function WaveAdminPage({ params }: Props) {
  const actor = await requireStaff("wave:review");
  const { id } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave) notFound();
  const t = await getTranslations("waves.admin");
  const quotas = await getTranslations("waves.quotas");
  const [runs, figures, anomalies, exclusions] = await Promise.all([
    findSelectionRuns(wave.id),
    findFigures(wave.id),
    findAnomalies(wave.id),
    findExclusions(wave.id),
  ]);
  const wasOpened = wave.status !== "draft" && wave.status !== "scheduled";
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("waveTitle", { number: wave.number })}
        eyebrow={
          <a href="/admin/gelombang" className="link">
            {t("back")}
          </a>
        }
        aside={<WaveStatusTag status={wave.status} />}
      />
      <RunProgress runs={runs} />
      <WaveCommands wave={wave} actor={actor} />
      <SelectionCommands wave={wave} actor={actor} runs={runs} />
      <DeterminationCommands wave={wave} actor={actor} />
      {wasOpened ? <LookingThrough wave={wave} /> : null}
      <WaveFiguresCard figures={figures} status={wave.status} />
      {figures ? <AnomalyCard waveId={wave.id} groups={anomalies} /> : null}
      {wasOpened ? <ExclusionCard waveId={wave.id} {...exclusions} /> : null}
      <WaveLife wave={wave} />
      <Card title={quotas("heading")}>
        <WaveQuotas wave={wave} />
      </Card>
    </StaffFrame>
  );
}

async function LookingThrough({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("wave-review.looking");
  const decree = await getTranslations("determination.decree");
  const address = `/admin/gelombang/${wave.id}`;
  return (
    <Card title={t("title")}>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`${address}/tinjau`} variant="secondary" icon="search">
          {t("sample")}
        </LinkButton>
        <LinkButton href={`${address}/perbandingan`} variant="secondary" icon="chart">
          {t("compare")}
        </LinkButton>
        <LinkButton href={`${address}/ekspor`} variant="secondary" icon="download">
          {t("export")}
        </LinkButton>
        {wave.decidedAt ? (
          <LinkButton href={`/keputusan/${wave.number}`} variant="secondary" icon="download">
            {decree("download")}
          </LinkButton>
        ) : null}
        {wave.frozenAt ? (
          <LinkButton href={`${address}/undian`} variant="secondary">
            {t("ceremony")}
          </LinkButton>
        ) : null}
      </div>
    </Card>
  );
}
