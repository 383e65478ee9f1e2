import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ApplicationTable } from "#features/partners/components/application-list.tsx";
import { findApplications } from "#features/partners/queries/applications.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.admission");
  return { title: t("title") };
}

const WORDS = { waiting: "menunggu", decided: "diputuskan" } as const;
type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Organisations that asked to become partners. */
export default async function ApplicationsPage({ searchParams }: Props) {
  await requireStaff("partner:admit");
  const { daftar, setelah } = await searchParams;
  const t = await getTranslations("partners.admission");
  const list = daftar === WORDS.decided ? "decided" : "waiting";
  const after = typeof setelah === "string" && isUuid(setelah) ? setelah : undefined;
  const { rows, next } = await findApplications(list, after);
  const href = `/admin/mitra?daftar=${WORDS[list]}`;
  return (
    <StaffFrame current="/admin/mitra">
      <PageHeader title={t("title")} lead={t("lead")} />
      <nav aria-label={t("lists")} className="flex flex-wrap gap-2">
        {(["waiting", "decided"] as const).map((each) => (
          <LinkButton
            key={each}
            href={`/admin/mitra?daftar=${WORDS[each]}`}
            size="small"
            variant={each === list ? "primary" : "secondary"}
            aria-current={each === list ? "true" : undefined}
          >
            {t(each)}
          </LinkButton>
        ))}
      </nav>
      <Card>
        <ApplicationTable caption={t(list)} rows={rows} />
        <Pagination
          label={t("pages")}
          previous={after ? { href, label: t("first") } : undefined}
          next={next ? { href: `${href}&setelah=${next}`, label: t("more") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}
