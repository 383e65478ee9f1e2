import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { WaveTable } from "#features/waves/components/wave-table.tsx";
import { findWaves } from "#features/waves/queries.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waves.admin");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly sebelum?: string }> };

export default async function WavesAdminPage({ searchParams }: Props) {
  const actor = await requireStaff("wave:review");
  const { sebelum } = await searchParams;
  const t = await getTranslations("waves.admin");
  const { rows, next } = await findWaves(/^\d{1,9}$/.test(sebelum ?? "") ? Number(sebelum) : undefined);
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        aside={
          may(actor.role, "wave:command") ? (
            <LinkButton href="/admin/gelombang/baru" icon="calendar">
              {t("new")}
            </LinkButton>
          ) : null
        }
      />
      <WaveTable rows={rows} />
      <Pagination
        label={t("pages")}
        next={next === null ? undefined : { href: `?sebelum=${next}`, label: t("older") }}
      />
    </StaffFrame>
  );
}
