import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import {
  ApplicantHistory,
  ApplicantIdentity,
  ApplicantVerdict,
} from "#features/wave-review/components/applicant-facts.tsx";
import { ExcludeForm } from "#features/wave-review/components/exclude-form.tsx";
import { viewApplicant } from "#features/wave-review/queries/applicant.ts";
import { findWave } from "#features/waves/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wave-review.sample");
  return { title: t("person") };
}

type Props = { readonly params: Promise<{ readonly id: string; readonly participantId: string }> };

/** One applicant of a wave: facts, verdict, history; and the way out of the wave while its list is not fixed. */
export default async function WaveApplicantPage({ params }: Props) {
  const actor = await requireStaff("wave:review");
  const { id, participantId } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  const person = wave && (await viewApplicant(actor, wave, participantId));
  if (!wave || !person) notFound();
  const t = await getTranslations("wave-review");
  const mayExclude =
    may(actor.role, "wave:command") &&
    !person.exclusion &&
    (wave.status === "open" || wave.status === "closed");
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("person.title", { number: wave.number })}
        lead={t("person.lead")}
        eyebrow={
          <a href={`/admin/gelombang/${wave.id}`} className="link">
            {t("sample.back", { number: wave.number })}
          </a>
        }
      />
      <ApplicantVerdict wave={wave} person={person} />
      <ApplicantIdentity person={person} />
      <ApplicantHistory wave={wave} person={person} />
      {mayExclude ? (
        <ExcludeForm waveId={wave.id} participantId={person.participantId} commandKey={newCommandKey()} />
      ) : null}
    </StaffFrame>
  );
}
