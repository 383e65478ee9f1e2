import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { VersionTable } from "#features/catalogue/components/version-table.tsx";
import { findDecidedVersions, findWaitingVersions } from "#features/catalogue/queries/review.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.review");
  return { title: t("title"), description: t("lead") };
}

/** Versions that wait for the operator, the longest waiting first, and what was decided last. */
export default async function SubmittedCoursesPage({ searchParams }: Props) {
  await requireStaff("course:review");
  const t = await getTranslations("catalogue.review");
  const { setelah } = await searchParams;
  const after = typeof setelah === "string" ? setelah : null;
  const [waiting, decided] = await Promise.all([findWaitingVersions(after), findDecidedVersions()]);
  return (
    <StaffFrame current="/admin/pelatihan">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div>
        <LinkButton href="/admin/pelatihan/kepemilikan" variant="secondary">
          {t("ownership")}
        </LinkButton>
      </div>
      <Card title={t("waiting")}>
        <VersionTable
          caption={t("waiting")}
          versions={waiting.items}
          empty={
            <EmptyState scene="market" level={3} title={t("waitingEmpty")} text={t("waitingEmptyText")} />
          }
        />
        <Pagination
          label={t("pages")}
          previous={after ? { href: "/admin/pelatihan", label: t("first") } : undefined}
          next={
            waiting.next ? { href: `/admin/pelatihan?setelah=${waiting.next}`, label: t("next") } : undefined
          }
        />
      </Card>
      {decided.length > 0 ? (
        <Card title={t("decided")}>
          <VersionTable caption={t("decided")} versions={decided} empty={null} />
        </Card>
      ) : null}
    </StaffFrame>
  );
}
