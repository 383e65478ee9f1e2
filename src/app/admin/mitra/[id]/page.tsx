import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { DecideForm } from "#features/partners/components/application-forms.tsx";
import { ApplicationFacts } from "#features/partners/components/application-list.tsx";
import { findApplication, findDoubts } from "#features/partners/queries/applications.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.admission");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** One application: what it says, what speaks for a second look, and the decision. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  await requireStaff("partner:admit");
  const { id } = await params;
  const { tersimpan } = await searchParams;
  const t = await getTranslations("partners.admission");
  const application = isUuid(id) ? await findApplication(id) : null;
  if (!application || application.status === "unproven") notFound();
  return (
    <StaffFrame current="/admin/mitra">
      <PageHeader eyebrow={t("title")} title={<span className="wrap-anywhere">{application.name}</span>} />
      {tersimpan ? (
        <Notice tone="success" live>
          {t("saved")}
        </Notice>
      ) : null}
      <ApplicationFacts application={application} doubts={await findDoubts(application)} />
      {application.status === "waiting" ? (
        <Card title={t("decide")}>
          <DecideForm applicationId={application.id} commandKey={newCommandKey()} />
        </Card>
      ) : null}
      <p>
        <a href="/admin/mitra" className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </StaffFrame>
  );
}
