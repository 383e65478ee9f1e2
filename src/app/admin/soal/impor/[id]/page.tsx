import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ImportResult } from "#features/selection-test/components/bank/import-parts.tsx";
import { findImport } from "#features/selection-test/queries/bank.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank.importPage");
  return { title: t("resultTitle"), description: t("lead") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** What became of one list. */
export default async function ImportResultPage({ params }: Props) {
  await requireStaff("item:write");
  const { id } = await params;
  const result = isUuid(id) ? await findImport(id) : null;
  if (!result) notFound();
  const t = await getTranslations("selection-test.bank.importPage");
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={t("resultTitle")}
        lead={<span className="wrap-anywhere">{result.fileName}</span>}
        eyebrow={formatMoment(result.at, await currentLocale())}
      />
      <ImportResult result={result} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/admin/soal?status=draft">{t("toBank")}</LinkButton>
        <LinkButton href="/admin/soal/impor" variant="secondary">
          {t("again")}
        </LinkButton>
      </div>
    </StaffFrame>
  );
}
