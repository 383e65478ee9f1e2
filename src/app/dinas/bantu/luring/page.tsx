import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { OfflineForm } from "#features/assisted-registration/components/offline-form.tsx";
import { findOfficeRegion, findVillages, officerMark } from "#features/assisted-registration/queries.ts";
import { findCategories } from "#features/registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.offline");
  const locale = await currentLocale();
  return { title: t("title"), description: t("lead"), manifest: `/dinas/bantu/manifes?bahasa=${locale}` };
}

/** The officer's form without a network. Nothing of anybody's data is in this page: a browser keeps it. */
export default async function OfflineFormPage() {
  const actor = await requireStaff("person:assist");
  const region = await findOfficeRegion(actor.accountId);
  if (!region) redirect("/dinas/bantu");
  const t = await getTranslations("assisted-registration.offline");
  const [villages, categories] = await Promise.all([
    findVillages(region.code),
    findCategories(await currentLocale()),
  ]);
  return (
    <StaffFrame current="/dinas/bantu/luring">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice>{t("install")}</Notice>
      <noscript>
        <Notice tone="warning">{t("script")}</Notice>
      </noscript>
      <OfflineForm officer={officerMark(actor.accountId)} villages={villages} categories={categories} />
      <script src="/elements/office.js" type="module" data-keep="" />
    </StaffFrame>
  );
}
