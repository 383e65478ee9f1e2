import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ObjectionTable } from "#features/determination/components/objection-table.tsx";
import { findObjections } from "#features/determination/queries/objections.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("determination.objection");
  return { title: t("adminTitle") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Objections to results that nobody has answered yet. */
export default async function ObjectionsPage({ searchParams }: Props) {
  await requireStaff("applicant:read");
  const t = await getTranslations("determination.objection");
  const { dijawab, setelah } = await searchParams;
  const { rows, next } = await findObjections(cursorOf(setelah));
  return (
    <StaffFrame current="/admin/keberatan">
      <PageHeader title={t("adminTitle")} lead={t("adminLead")} />
      {dijawab ? (
        <Notice tone="success" live>
          {t("answered")}
        </Notice>
      ) : null}
      <Card>
        <ObjectionTable rows={rows} />
        <Pagination
          label={t("pages")}
          previous={setelah ? { href: "/admin/keberatan", label: t("first") } : undefined}
          next={
            next
              ? {
                  href: `/admin/keberatan?setelah=${next.filedAt.getTime()}.${next.participantId}`,
                  label: t("more"),
                }
              : undefined
          }
        />
      </Card>
    </StaffFrame>
  );
}

function cursorOf(text: string | string[] | undefined) {
  const [moment = "", participantId = ""] = typeof text === "string" ? text.split(".") : [];
  return /^\d{1,15}$/.test(moment) && isUuid(participantId)
    ? { filedAt: new Date(Number(moment)), participantId }
    : undefined;
}
