import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { EndOwnershipForm } from "#features/catalogue/components/ownership-forms.tsx";
import { findOwnerships } from "#features/catalogue/queries/review.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

type Props = { readonly params: Promise<{ readonly platform: string; readonly lembaga: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.ownership");
  return { title: t("end") };
}

/** Ending an ownership that stands, with the day and the reason. */
export default async function EndOwnershipPage({ params }: Props) {
  await requireStaff("course:review");
  const { platform, lembaga } = await params;
  const standing = (await findOwnerships()).find(
    ({ platformSlug, providerSlug, until }) =>
      platformSlug === platform && providerSlug === lembaga && until === null,
  );
  if (!standing) notFound();
  const t = await getTranslations("catalogue.ownership");
  return (
    <StaffFrame current="/admin/pelatihan">
      <PageHeader
        title={`${standing.platformName}, ${standing.providerName}`}
        eyebrow={
          <a href="/admin/pelatihan/kepemilikan" className="link inline-flex min-h-11 items-center">
            {t("title")}
          </a>
        }
      />
      <EndOwnershipForm standing={standing} />
    </StaffFrame>
  );
}
