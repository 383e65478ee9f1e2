import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { RecordOwnershipForm } from "#features/catalogue/components/ownership-forms.tsx";
import { OwnershipTable } from "#features/catalogue/components/ownership-table.tsx";
import { findOwnerships } from "#features/catalogue/queries/review.ts";
import { findCatalogueChoices } from "#features/catalogue/queries.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = {
  readonly searchParams: Promise<{ readonly dicatat?: string | string[]; readonly berakhir?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.ownership");
  return { title: t("title"), description: t("lead") };
}

/** The register that forbids a platform the courses of a provider it belongs together with. */
export default async function OwnershipPage({ searchParams }: Props) {
  await requireStaff("course:review");
  const t = await getTranslations("catalogue.ownership");
  const [ownerships, choices] = await Promise.all([findOwnerships(), findCatalogueChoices()]);
  const { dicatat, berakhir } = await searchParams;
  const stopped = typeof dicatat === "string" && /^\d{1,4}$/.test(dicatat) ? Number(dicatat) : null;
  return (
    <StaffFrame current="/admin/pelatihan">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href="/admin/pelatihan" className="link inline-flex min-h-11 items-center">
            {(await getTranslations("catalogue.review"))("back")}
          </a>
        }
      />
      {stopped === null && !berakhir ? null : (
        <Notice tone="success" live>
          {stopped === null ? t("ended") : t("recorded", { count: stopped })}
        </Notice>
      )}
      <Card title={t("caption")}>
        <OwnershipTable ownerships={ownerships} />
      </Card>
      <RecordOwnershipForm choices={choices} />
    </StaffFrame>
  );
}
