import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { FlagCard } from "#features/selection-test/components/flags/flag-card.tsx";
import { JudgeFlagForm } from "#features/selection-test/components/flags/judge-flag-form.tsx";
import { findFlag, findPersonOfAttempt } from "#features/selection-test/queries/flags.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.flags");
  return { title: t("judge"), description: t("lead") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly dinilai?: string }>;
};

/** One flag, and the form by which a person judges it. */
export default async function FlagPage({ params, searchParams }: Props) {
  const { role } = await requireStaff("wave:review");
  const { id } = await params;
  const flag = isUuid(id) ? await findFlag(id) : null;
  if (!flag) notFound();
  const { evidence, judged, participantId } = flag;
  const other =
    evidence.kind === "same_answers" ? await findPersonOfAttempt(evidence.otherAttempt) : undefined;
  const t = await getTranslations("selection-test.flags");
  const mayCommand = may(role, "wave:command");
  return (
    <StaffFrame current="/admin/tes">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href="/admin/tes" className="link">
            {t("back")}
          </a>
        }
      />
      {(await searchParams).dinilai ? (
        <Notice tone="success" live>
          {t("done")}
        </Notice>
      ) : null}
      <FlagCard flag={flag} other={other} />
      {judged?.verdict === "another_attempt" && mayCommand ? (
        <div>
          <LinkButton href={`/admin/tes/peserta/${participantId}`}>{t("toGrant")}</LinkButton>
        </div>
      ) : null}
      {!judged && mayCommand ? <JudgeFlagForm flagId={id} commandKey={newCommandKey()} /> : null}
    </StaffFrame>
  );
}
