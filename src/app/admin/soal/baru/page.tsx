import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ItemForm } from "#features/selection-test/components/bank/item-form.tsx";
import { findItem, findLastCodes } from "#features/selection-test/queries/bank.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank.form");
  return { title: t("newTitle"), description: t("newLead") };
}

type Props = { readonly searchParams: Promise<{ readonly dari?: string | string[] }> };

/** A new item, or a new version that opens with what the present one says. */
export default async function NewItemPage({ searchParams }: Props) {
  await requireStaff("item:write");
  const { dari } = await searchParams;
  const t = await getTranslations("selection-test.bank");
  const item = typeof dari === "string" ? await findItem(dari) : null;
  if (dari !== undefined && !item) notFound();
  const lead = item ? t("form.versionLead") : t("form.newLead");
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={item ? t("form.versionTitle", { code: item.code }) : t("form.newTitle")}
        lead={lead}
        eyebrow={
          <a href="/admin/soal" className="link">
            {t("view.back")}
          </a>
        }
      />
      <ItemForm item={item} lastCodes={(await findLastCodes()).join(", ")} />
    </StaffFrame>
  );
}
