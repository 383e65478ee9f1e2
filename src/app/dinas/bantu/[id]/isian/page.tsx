import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { CorrectForm } from "#features/assisted-registration/components/correct-form.tsx";
import { viewAssistedForm } from "#features/assisted-registration/queries/form.ts";
import { findOfficeRegion, findVillages } from "#features/assisted-registration/queries.ts";
import { findCategories } from "#features/registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.correct");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** What the office typed for a person, to mend it before it is sent. */
export default async function CorrectAssistedPage({ params }: Props) {
  const actor = await requireStaff("person:assist");
  const { id } = await params;
  const typed = await viewAssistedForm(actor, id);
  const region = await findOfficeRegion(actor.accountId);
  if (!typed || !region) redirect(`/dinas/bantu/${encodeURIComponent(id)}`);
  const t = await getTranslations("assisted-registration.correct");
  const [villages, categories] = await Promise.all([
    findVillages(region.code),
    findCategories(await currentLocale()),
  ]);
  return (
    <StaffFrame current="/dinas/bantu">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href={`/dinas/bantu/${id}`} className="link inline-flex min-h-11 items-center">
            {typed.name}
          </a>
        }
      />
      <Notice>{t("recorded")}</Notice>
      <CorrectForm
        participantId={id}
        typed={typed}
        villages={villages}
        categories={categories}
        commandKey={newCommandKey()}
      />
    </StaffFrame>
  );
}
