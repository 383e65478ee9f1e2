import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ObjectionForm } from "#features/determination/components/objection-form.tsx";
import { ObjectionState } from "#features/determination/components/objection-state.tsx";
import { findLastResult, findOwnObjection } from "#features/determination/queries/objections.ts";
import { findWaveByNumber } from "#features/waves/queries.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("determination.objection");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Objecting to the result of a wave: the reason that was given, the form or its state, and the last day. */
export default async function ObjectionPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/gelombang/keberatan");
  const { gelombang, terkirim } = await searchParams;
  const t = await getTranslations("determination.objection");
  const waveId = (await waveOf(gelombang)) ?? (await findLastResult(participantId));
  const own = waveId ? await findOwnObjection(participantId, waveId) : null;
  return (
    <ParticipantFrame current="/gelombang">
      <div className="grid gap-6">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          eyebrow={
            <a href="/gelombang" className="link">
              {t("back")}
            </a>
          }
        />
        {terkirim && own?.objection ? (
          <Notice tone="success" live>
            {t("sent")}
          </Notice>
        ) : null}
        {own ? (
          <Own own={own} />
        ) : (
          <EmptyState
            scene="notfound"
            title={t("nothing")}
            text={t("nothingText")}
            action={<LinkButton href="/gelombang">{t("back")}</LinkButton>}
          />
        )}
      </div>
    </ParticipantFrame>
  );
}

type OwnProps = { readonly own: NonNullable<Awaited<ReturnType<typeof findOwnObjection>>> };

async function Own({ own }: OwnProps) {
  const t = await getTranslations("determination.objection");
  const locale = await currentLocale();
  const isOver = (await programmeNow()) > own.until;
  return (
    <>
      {own.reason ? (
        <Notice tone="warning" title={t("given", { number: own.waveNumber })}>
          {refusalSentence(locale, { code: own.reason })}
        </Notice>
      ) : null}
      {own.objection ? (
        <ObjectionState objection={own.objection} />
      ) : isOver ? (
        <Notice title={t("over")}>{t("overText", { moment: formatMoment(own.until, locale) })}</Notice>
      ) : (
        <ObjectionForm
          commandKey={newCommandKey()}
          waveId={own.waveId}
          waveNumber={own.waveNumber}
          until={own.until}
        />
      )}
    </>
  );
}

/** A wave by its number, as links write it, or by its id, as the form's way back does. */
async function waveOf(asked: string | string[] | undefined): Promise<string | null> {
  if (typeof asked !== "string") return null;
  if (isUuid(asked)) return asked;
  return /^\d{1,6}$/.test(asked) ? ((await findWaveByNumber(Number(asked)))?.id ?? null) : null;
}
