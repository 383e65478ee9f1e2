import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { AttemptTable } from "#features/selection-test/components/attempt-table.tsx";
import { GrantTestForm } from "#features/selection-test/components/grant-test-form.tsx";
import { findAttemptsOf } from "#features/selection-test/queries/attempts.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.attempts");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** All tests of one person, by number: no name is needed to judge a test. */
export default async function AttemptsPage({ params }: Props) {
  const { role } = await requireStaff("wave:review");
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const attempts = await findAttemptsOf(id as ParticipantId);
  const [t, flags] = [
    await getTranslations("selection-test.attempts"),
    await getTranslations("selection-test.flags"),
  ];
  const isFinished = attempts[0]?.submittedAt != null;
  return (
    <StaffFrame current="/admin/tes">
      <PageHeader
        title={t("title")}
        lead={<code className="break-all">{id}</code>}
        eyebrow={
          <a href="/admin/tes" className="link">
            {flags("back")}
          </a>
        }
      />
      <p>{t("lead")}</p>
      <AttemptTable attempts={attempts} />
      {may(role, "wave:command") && isFinished ? (
        <GrantTestForm commandKey={newCommandKey()} participantId={id} />
      ) : null}
    </StaffFrame>
  );
}
