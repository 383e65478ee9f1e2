import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ComparisonTable } from "#features/wave-review/components/comparison-table.tsx";
import { findEarlierFigures, findFigures } from "#features/wave-review/queries/figures.ts";
import { shownDimensions } from "#features/wave-review/types.ts";
import { findWave } from "#features/waves/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wave-review.looking");
  return { title: t("compare") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The shares of a wave beside those of the last two waves that were published before it. */
export default async function WaveComparisonPage({ params }: Props) {
  await requireStaff("wave:review");
  const { id } = await params;
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave) notFound();
  const t = await getTranslations("wave-review");
  const figures = await findFigures(wave.id);
  const earlier = await findEarlierFigures(wave.number);
  const last = earlier[0];
  return (
    <StaffFrame current="/admin/gelombang">
      <PageHeader
        title={t("compare.title", { number: wave.number })}
        lead={t("compare.lead")}
        eyebrow={
          <a href={`/admin/gelombang/${wave.id}`} className="link">
            {t("sample.back", { number: wave.number })}
          </a>
        }
      />
      {last ? (
        <p className="text-ink-soft">{t("compare.changeNote", { number: last.number })}</p>
      ) : (
        <Notice>{t("compare.noEarlier")}</Notice>
      )}
      {figures ? (
        shownDimensions
          .filter((dimension) => dimension !== "outcome")
          .map((dimension) => (
            <Card key={dimension}>
              <ComparisonTable
                dimension={dimension}
                wave={{ number: wave.number, figures }}
                earlier={earlier}
              />
            </Card>
          ))
      ) : (
        <Notice>{t("figures.none")}</Notice>
      )}
    </StaffFrame>
  );
}
