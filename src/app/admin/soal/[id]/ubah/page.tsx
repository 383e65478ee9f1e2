import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ItemForm } from "#features/selection-test/components/bank/item-form.tsx";
import { findItem } from "#features/selection-test/queries/bank.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank");
  return { title: t("view.edit"), description: t("form.newLead") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The author's own draft. */
export default async function ChangeDraftPage({ params }: Props) {
  const { accountId } = await requireStaff("item:write");
  const item = await findItem((await params).id);
  if (item?.state !== "draft" || item.authorId !== accountId) notFound();
  const t = await getTranslations("selection-test.bank");
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={t("form.editTitle", { code: item.code })}
        lead={t("form.newLead")}
        eyebrow={
          <a href={`/admin/soal/${item.id}`} className="link">
            {item.code} {t("versionNumber", { version: item.version })}
          </a>
        }
      />
      <ItemForm item={item} lastCodes="" />
    </StaffFrame>
  );
}
