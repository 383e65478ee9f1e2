import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { FileTable } from "#features/bulk-registration/components/file-table.tsx";
import { UploadForm } from "#features/bulk-registration/components/upload-form.tsx";
import { findFiles, findRegion } from "#features/bulk-registration/queries.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bulk-registration");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where an office registers many people from one file: template, upload, and what became of earlier files. */
export default async function BulkRegistrationPage({ searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const t = await getTranslations("bulk-registration");
  const { sebelum } = await searchParams;
  const before = typeof sebelum === "string" ? sebelum : "";
  const region = await findRegion(actor);
  if (!region)
    return (
      <StaffFrame current="/dinas/kolektif">
        <EmptyState scene="notfound" level={1} title={t("noRegion.title")} text={t("noRegion.text")} />
      </StaffFrame>
    );
  const { files, next } = await findFiles(region, before);
  return (
    <StaffFrame current="/dinas/kolektif">
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} eyebrow={region.name} />
        <Steps />
        <Card title={t("upload.title")}>
          <UploadForm commandKey={newCommandKey()} />
        </Card>
        <Card title={t("history.title")}>
          <FileTable files={files} />
          <Pagination
            label={t("history.pages")}
            previous={before ? { href: "/dinas/kolektif", label: t("history.newest") } : undefined}
            next={next ? { href: `?sebelum=${next}`, label: t("history.older") } : undefined}
          />
        </Card>
      </div>
    </StaffFrame>
  );
}

async function Steps() {
  const t = await getTranslations("bulk-registration");
  const steps = ["template", "consent", "upload", "mend", "person"] as const;
  return (
    <Card title={t("steps.title")}>
      <ol className="grid list-decimal gap-2 ps-6">
        {steps.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/dinas/kolektif/templat?format=xlsx" icon="download">
          {t("template.xlsx")}
        </LinkButton>
        <LinkButton href="/dinas/kolektif/templat?format=csv" icon="download" variant="secondary">
          {t("template.csv")}
        </LinkButton>
      </div>
      <p className="text-ink-soft">{t("template.note")}</p>
    </Card>
  );
}
