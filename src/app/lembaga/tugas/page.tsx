import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { TaskTable } from "#features/partners/components/tasks.tsx";
import { findTasksToGrade } from "#features/partners/queries/tasks.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { requireOwnProvider } from "../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.tasks");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function TasksPage({ searchParams }: Props) {
  const provider = await requireOwnProvider();
  const { tersimpan, setelah } = await searchParams;
  const t = await getTranslations("partners.tasks");
  const after = typeof setelah === "string" && isUuid(setelah) ? setelah : undefined;
  const { rows, next } = await findTasksToGrade(provider, await currentLocale(), after);
  return (
    <StaffFrame current="/lembaga/tugas">
      <PageHeader title={t("title")} lead={t("lead")} />
      {tersimpan ? (
        <Notice tone="success" live>
          {t("saved")}
        </Notice>
      ) : null}
      <Card>
        <TaskTable rows={rows} />
        <Pagination
          label={t("pages")}
          previous={after ? { href: "/lembaga/tugas", label: t("first") } : undefined}
          next={next ? { href: `/lembaga/tugas?setelah=${next}`, label: t("more") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}
