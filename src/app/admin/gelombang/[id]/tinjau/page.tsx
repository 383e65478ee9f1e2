import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { SampleForm } from "#features/wave-review/components/sample-form.tsx";
import { SampleTable } from "#features/wave-review/components/sample-table.tsx";
import { seedFrom, viewSample } from "#features/wave-review/queries/sample.ts";
import { sampleQuery } from "#features/wave-review/schema.ts";
import type { SampleFilter } from "#features/wave-review/types.ts";
import { findWave } from "#features/waves/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wave-review.sample");
  return { title: t("title") };
}

const SIZE = 20;

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Twenty applicants chosen by a seed, with their facts and verdicts. */
export default async function SamplePage({ params, searchParams }: Props) {
  const actor = await requireStaff("wave:review");
  const { id } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave || wave.status === "draft" || wave.status === "scheduled") notFound();
  const t = await getTranslations("wave-review.sample");
  const asked = sampleQuery.parse(await searchParams);
  const { filter } = asked;
  const seed = asked.seed ?? seedFrom(newCommandKey());
  const sample = await viewSample(actor, wave, { seed, filter });
  const isPartial = !sample.isFixed && filter.verdict !== null && sample.rows.length < SIZE;
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("of", { number: wave.number })}
        lead={t("lead")}
        eyebrow={
          <a href={`/admin/gelombang/${wave.id}`} className="link">
            {t("back", { number: wave.number })}
          </a>
        }
      />
      <SampleForm waveId={wave.id} filter={filter} />
      {isPartial ? <Notice>{t("few")}</Notice> : null}
      <SampleTable waveId={wave.id} sample={sample} lasting={lastingAddress(wave.id, seed, filter)} />
    </StaffFrame>
  );
}

function lastingAddress(waveId: string, seed: number, { province, verdict, anomaly }: SampleFilter): string {
  const query = new URLSearchParams({ benih: String(seed) });
  if (province) query.set("provinsi", province);
  if (verdict) query.set("putusan", verdict);
  if (anomaly) query.set("tanda", `${anomaly.kind}.${anomaly.mark}`);
  return `/admin/gelombang/${waveId}/tinjau?${query}`;
}
