import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { JudgeForm, VersionRules } from "#features/catalogue/components/judge-form.tsx";
import { VersionContent } from "#features/catalogue/components/version-content.tsx";
import { VersionStatusTag } from "#features/catalogue/components/version-status-tag.tsx";
import { findReviewedVersion } from "#features/catalogue/queries/review.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string; readonly versi: string }>;
  readonly searchParams: Promise<{ readonly diputuskan?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.review");
  return { title: t("title"), description: t("lead") };
}

/** One version with what changed, the rules reckoned, the checklist and the verdict. */
export default async function ReviewedVersionPage({ params, searchParams }: Props) {
  await requireStaff("course:review");
  const { id, versi } = await params;
  const version = await findReviewedVersion(id, Number(versi));
  if (!version) notFound();
  const t = await getTranslations("catalogue.review");
  const { diputuskan } = await searchParams;
  return (
    <StaffFrame current="/admin/pelatihan">
      <PageHeader
        title={t("versionTitle", { title: version.title, version: version.version })}
        lead={version.providerName}
        eyebrow={
          <a href="/admin/pelatihan" className="link inline-flex min-h-11 items-center">
            {t("back")}
          </a>
        }
        aside={<VersionStatusTag status={version.status} />}
      />
      {diputuskan ? (
        <Notice tone="success" live>
          {t("done")}
        </Notice>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <VersionContent version={version} />
        {version.status === "submitted" ? (
          <JudgeForm version={version} />
        ) : (
          <Card title={t("outcomeTitle")}>
            {version.note ? <p className="whitespace-pre-line wrap-anywhere">{version.note}</p> : null}
            <VersionRules version={version} />
          </Card>
        )}
      </div>
    </StaffFrame>
  );
}
