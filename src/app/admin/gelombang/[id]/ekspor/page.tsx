import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { countExported, XLSX_ROWS } from "#features/wave-review/queries/export.ts";
import { findWave } from "#features/waves/queries.ts";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wave-review.looking");
  return { title: t("export") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The ways to take a wave's fixed list along, without names. */
export default async function WaveExportPage({ params }: Props) {
  await requireStaff("wave:review");
  const { id } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave) notFound();
  const t = await getTranslations("wave-review");
  const locale = await currentLocale();
  const count = await countExported(wave.id);
  const address = `/admin/gelombang/${wave.id}/ekspor`;
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("export.title", { number: wave.number })}
        lead={t("export.lead")}
        eyebrow={
          <a href={`/admin/gelombang/${wave.id}`} className="link">
            {t("sample.back", { number: wave.number })}
          </a>
        }
      />
      {wave.frozenAt ? (
        <Card>
          <p>{t("export.people", { count: formatNumber(count, locale) })}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`${address}/csv`} icon="download">
              {t("export.csv")}
            </LinkButton>
            {count <= XLSX_ROWS ? (
              <LinkButton href={`${address}/xlsx`} variant="secondary" icon="download">
                {t("export.xlsx")}
              </LinkButton>
            ) : null}
          </div>
          {count > XLSX_ROWS ? (
            <p>{t("export.tooMany", { limit: formatNumber(XLSX_ROWS, locale) })}</p>
          ) : null}
        </Card>
      ) : (
        <Notice>{t("export.later")}</Notice>
      )}
    </StaffFrame>
  );
}
