import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AssistedTable } from "#features/assisted-registration/components/assisted-table.tsx";
import { viewAssisted } from "#features/assisted-registration/queries.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.list");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The people whom this region's offices registered. */
export default async function AssistedPeoplePage({ searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const { setelah } = await searchParams;
  const after = typeof setelah === "string" ? setelah : undefined;
  const t = await getTranslations("assisted-registration.list");
  const page = await viewAssisted(actor, after);
  return (
    <StaffFrame current="/dinas/bantu">
      {page ? (
        <>
          <PageHeader title={t("heading", { region: page.region.name })} lead={t("lead")} />
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/dinas/bantu/baru" icon="people">
              {t("new")}
            </LinkButton>
            <LinkButton href="/dinas/bantu/luring" variant="secondary">
              {t("offline")}
            </LinkButton>
          </div>
          <Notice>{t("recorded")}</Notice>
          <AssistedTable people={page.people} />
          <Pagination
            label={t("pages")}
            previous={after ? { href: "/dinas/bantu", label: t("first") } : undefined}
            next={page.next ? { href: `/dinas/bantu?setelah=${page.next}`, label: t("next") } : undefined}
          />
        </>
      ) : (
        <EmptyState scene="notfound" level={1} title={t("noRegion.title")} text={t("noRegion.text")} />
      )}
    </StaffFrame>
  );
}
