import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AuditTable } from "#features/oversight/components/audit-table.tsx";
import { findAuditTrail } from "#features/oversight/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("oversight.audit");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly sebelum?: string }> };

export default async function AuditPage({ searchParams }: Props) {
  await requireStaff("audit:read");
  const { sebelum } = await searchParams;
  const t = await getTranslations("oversight.audit");
  const before = sebelum && isUuid(sebelum) ? sebelum : undefined;
  const { rows, next } = await findAuditTrail(before);
  return (
    <StaffFrame current="/admin/jejak">
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditTable rows={rows} />
      <Pagination
        label={t("pages")}
        previous={before ? { href: "/admin/jejak", label: t("newest") } : undefined}
        next={next ? { href: `?sebelum=${next}`, label: t("older") } : undefined}
      />
    </StaffFrame>
  );
}
