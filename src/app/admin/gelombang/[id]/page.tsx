import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { drawWaveAction, publishWaveAction } from "#features/selection/actions.ts";
import { ApplicantTable } from "#features/selection/components/applicant-table.tsx";
import { DrawCard } from "#features/selection/components/draw-card.tsx";
import { WaveFigures } from "#features/selection/components/wave-figures.tsx";
import { findReviewedApplicants } from "#features/selection/queries/applicants.ts";
import { countEntries } from "#features/selection/queries/counts.ts";
import { findDraw, replayDraw } from "#features/selection/queries/draws.ts";
import { closeWaveAction, openWaveAction } from "#features/waves/actions.ts";
import { WaveCommandForm } from "#features/waves/components/wave-command-form.tsx";
import { WaveStatusTag } from "#features/waves/components/wave-status-tag.tsx";
import { findWave } from "#features/waves/queries.ts";
import type { ListedWave } from "#features/waves/types.ts";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly sesudah?: string; readonly ulang?: string }>;
};

/** A wave for its operator: the next step, the draw, the figures, the people. */
export default async function WaveAdminPage({ params, searchParams }: Props) {
  const actor = await requireStaff("wave:review");
  const { id } = await params;
  const { sesudah, ulang } = await searchParams;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave) notFound();
  const t = await getTranslations("waves.admin");
  const [draw, counts, applicants] = await Promise.all([
    findDraw(wave.id),
    countEntries(wave.id),
    findReviewedApplicants(wave, sesudah && isUuid(sesudah) ? sesudah : undefined),
  ]);
  const replay = draw && ulang ? await replayDraw(wave.id) : null;
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
      <Progress wave={wave} mayCommand={may(actor.role, "wave:command")} />
      {draw ? <DrawCard draw={draw} replay={replay} /> : null}
      <WaveFigures counts={counts} />
      <ApplicantTable
        rows={applicants.rows}
        isDrawn={wave.status === "drawn" || wave.status === "published"}
        next={applicants.next}
      />
    </StaffFrame>
  );
}

async function Progress({ wave, mayCommand }: { readonly wave: ListedWave; readonly mayCommand: boolean }) {
  const t = await getTranslations("waves.admin");
  const selection = await getTranslations("selection.admin");
  const locale = await currentLocale();
  return (
    <Card title={selection("progress")}>
      <SummaryList
        rows={[
          { label: t("scheme"), value: wave.schemeName },
          { label: t("opens"), value: formatMoment(wave.openedAt ?? wave.opensAt, locale) },
          { label: t("closes"), value: formatMoment(wave.closedAt ?? wave.closesAt, locale) },
          { label: t("quota"), value: formatNumber(wave.quota, locale) },
        ]}
      />
      {wave.publishedAt ? (
        <p>{selection("done", { moment: formatMoment(wave.publishedAt, locale) })}</p>
      ) : mayCommand ? (
        <NextCommand wave={wave} />
      ) : null}
    </Card>
  );
}

async function NextCommand({ wave }: { readonly wave: ListedWave }) {
  const t = await getTranslations("waves.admin");
  const selection = await getTranslations("selection.admin");
  const locale = await currentLocale();
  const form = { waveId: wave.id, commandKey: newCommandKey() };
  switch (wave.status) {
    case "scheduled": {
      const text = t("openText", { moment: formatMoment(wave.opensAt, locale) });
      return <WaveCommandForm {...form} action={openWaveAction} submit={t("openNow")} text={text} />;
    }
    case "open": {
      const text = t("closeText", { moment: formatMoment(wave.closesAt, locale) });
      return <WaveCommandForm {...form} action={closeWaveAction} submit={t("closeNow")} text={text} />;
    }
    case "closed":
      return (
        <WaveCommandForm
          {...form}
          action={drawWaveAction}
          submit={selection("drawNow")}
          text={selection("drawText")}
        />
      );
    case "drawn":
      return (
        <WaveCommandForm
          {...form}
          action={publishWaveAction}
          submit={selection("publishNow")}
          text={selection("publishText")}
        />
      );
    case "published":
      return null;
  }
}
