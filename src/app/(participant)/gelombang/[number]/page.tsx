import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ObjectionCard } from "#features/draw-proof/components/objection-card.tsx";
import { OwnFacts } from "#features/draw-proof/components/own-facts.tsx";
import { OwnPlace } from "#features/draw-proof/components/own-place.tsx";
import { OwnProofCard } from "#features/draw-proof/components/own-proof.tsx";
import { OwnResultNotice } from "#features/draw-proof/components/own-result.tsx";
import { findOwnWave } from "#features/draw-proof/queries/own-wave.ts";
import { waveNumber } from "#features/draw-proof/schema.ts";
import type { OwnWave } from "#features/draw-proof/types.ts";
import { WaveStatusTag } from "#features/waves/components/wave-status-tag.tsx";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = { readonly params: Promise<{ readonly number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = waveNumber.safeParse((await params).number);
  const t = await getTranslations("draw-proof.own");
  return number.success ? { title: t("title", { number: number.data }), description: t("lead") } : {};
}

/** A person's own result of one wave, with the proof of it. */
export default async function OwnWavePage({ params }: Props) {
  const number = waveNumber.safeParse((await params).number);
  if (!number.success) notFound();
  const { participantId } = await requireParticipant(`/gelombang/${number.data}`);
  const wave = await findOwnWave(participantId, number.data);
  if (!wave) notFound();
  const t = await getTranslations("draw-proof.own");
  const moment = formatMoment(wave.joinedAt, await currentLocale());
  return (
    <ParticipantFrame current="/gelombang">
      <div className="grid gap-6">
        <PageHeader
          title={t("title", { number: wave.number })}
          lead={t("lead")}
          aside={<WaveStatusTag status={wave.status} />}
        />
        <p>{t("joined", { moment })}</p>
        {wave.result ? <OwnResultNotice result={wave.result} /> : <NoResultYet wave={wave} />}
        {wave.result?.kind === "not-in-draw" ? <OwnFacts result={wave.result} /> : null}
        {wave.proof ? (
          <>
            <OwnPlace proof={wave.proof} provinceName={wave.provinceName} entryCount={wave.entryCount ?? 0} />
            <OwnProofCard proof={wave.proof} />
          </>
        ) : null}
        {wave.objectionsUntil ? (
          <ObjectionCard number={wave.number} until={wave.objectionsUntil} now={await programmeNow()} />
        ) : null}
        <div className="grid justify-items-start print:hidden">
          {wave.entryCount === null ? null : (
            <a href={`/undian/${wave.number}`} className="link inline-flex min-h-11 items-center">
              {t("public", { number: wave.number })}
            </a>
          )}
          <a href="/gelombang" className="link inline-flex min-h-11 items-center">
            {t("all")}
          </a>
        </div>
      </div>
    </ParticipantFrame>
  );
}

async function NoResultYet({ wave }: { readonly wave: OwnWave }) {
  const t = await getTranslations("draw-proof.own");
  if (wave.entryCount !== null) return <Notice title={t("waitTitle")}>{t("waitText")}</Notice>;
  const moment = formatMoment(wave.closesAt, await currentLocale());
  return <Notice title={t("waitListTitle")}>{t("waitListText", { moment })}</Notice>;
}
