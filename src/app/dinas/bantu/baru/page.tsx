import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AssistForm } from "#features/assisted-registration/components/assist-form.tsx";
import { findOfficeRegion, findVillages } from "#features/assisted-registration/queries.ts";
import { findCategories } from "#features/registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.form");
  return { title: t("title"), description: t("lead") };
}

/** The officer's form: everything on one page, filled in together with the person. */
export default async function AssistPage() {
  const actor = await requireStaff("person:assist");
  const region = await findOfficeRegion(actor.accountId);
  if (!region) redirect("/dinas/bantu");
  const t = await getTranslations("assisted-registration");
  const [villages, categories] = await Promise.all([
    findVillages(region.code),
    findCategories(await currentLocale()),
  ]);
  return (
    <StaffFrame current="/dinas/bantu">
      <PageHeader
        title={t("form.title")}
        lead={t("form.lead")}
        eyebrow={
          <a href="/dinas/bantu" className="link">
            {t("person.back")}
          </a>
        }
      />
      <AssistForm commandKey={newCommandKey()} villages={villages} categories={categories} />
    </StaffFrame>
  );
}
