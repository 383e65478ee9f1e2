import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { RecipientSearch } from "#features/staff/components/recipient-search.tsx";
import { RecipientTable } from "#features/staff/components/recipient-table.tsx";
import { StageTiles } from "#features/staff/components/stage-tiles.tsx";
import { viewRecipients } from "#features/staff/queries.ts";
import type { RecipientPage } from "#features/staff/types.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.recipients");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a labour office sees: the recipients of its region by name and masked NIK, and how many stand where. */
export default async function LabourOfficePage({ searchParams }: Props) {
  const actor = await requireStaff("office:read");
  const t = await getTranslations("staff.recipients");
  const query = await searchParams;
  const name = textOf(query.cari).trim().slice(0, 100);
  const after = textOf(query.setelah);
  const page = await viewRecipients(actor, { name, after });
  return (
    <StaffFrame current="/dinas">
      {page ? (
        <div className="grid gap-6">
          <PageHeader title={t("heading", { region: page.region.name })} lead={t("lead")} />
          <StageTiles counts={page.counts} />
          <Notice>{t("audited")}</Notice>
          <Card title={t("caption")}>
            <RecipientSearch name={name} />
            <Recipients page={page} name={name} isFirst={after === ""} />
          </Card>
        </div>
      ) : (
        <EmptyState scene="notfound" level={1} title={t("noRegion.title")} text={t("noRegion.text")} />
      )}
    </StaffFrame>
  );
}

type RecipientsProps = {
  readonly page: RecipientPage;
  readonly name: string;
  readonly isFirst: boolean;
};

async function Recipients({ page, name, isFirst }: RecipientsProps) {
  const t = await getTranslations("staff.recipients");
  if (page.recipients.length === 0) {
    const words = name ? "notFound" : "empty";
    return (
      <EmptyState
        scene={name ? "notfound" : "waiting"}
        level={3}
        title={t(`${words}.title`)}
        text={t(`${words}.text`)}
      />
    );
  }
  const address = (more: Record<string, string>) =>
    `/dinas?${new URLSearchParams({ ...(name ? { cari: name } : {}), ...more })}`;
  return (
    <>
      <RecipientTable recipients={page.recipients} />
      <Pagination
        label={t("pages")}
        previous={isFirst ? undefined : { href: address({}), label: t("first") }}
        next={page.next ? { href: address({ setelah: page.next }), label: t("next") } : undefined}
      />
    </>
  );
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
