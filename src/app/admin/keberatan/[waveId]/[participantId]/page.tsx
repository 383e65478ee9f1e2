import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { AnswerForm } from "#features/determination/components/answer-form.tsx";
import { ObjectionState } from "#features/determination/components/objection-state.tsx";
import { findObjection } from "#features/determination/queries/objections.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("determination.objection");
  return { title: t("adminTitle") };
}

type Props = {
  readonly params: Promise<{ readonly waveId: string; readonly participantId: string }>;
};

/** One objection: what was said to the person, what the person says, and the answer. */
export default async function AnswerPage({ params }: Props) {
  const actor = await requireStaff("applicant:read");
  const { waveId, participantId } = await params;
  const isAddress = isUuid(waveId) && isUuid(participantId);
  const objection = isAddress ? await findObjection(participantId, waveId) : null;
  if (!objection) notFound();
  const t = await getTranslations("determination.objection");
  const locale = await currentLocale();
  return (
    <StaffFrame current="/admin/keberatan">
      <PageHeader
        title={t("of", { number: objection.waveNumber })}
        eyebrow={
          <a href="/admin/keberatan" className="link">
            {t("backToAll")}
          </a>
        }
      />
      {objection.reason ? (
        <Notice tone="warning" title={t("given", { number: objection.waveNumber })}>
          {refusalSentence(locale, { code: objection.reason })}
        </Notice>
      ) : null}
      <ObjectionState objection={objection} />
      <p>
        <a href={`/admin/gelombang/${waveId}/peserta/${participantId}`} className="link">
          {t("facts")}
        </a>
      </p>
      {objection.outcome === null && may(actor.role, "wave:command") ? (
        <Card title={t("answerNow")}>
          <AnswerForm commandKey={newCommandKey()} waveId={waveId} participantId={participantId} />
        </Card>
      ) : null}
    </StaffFrame>
  );
}
