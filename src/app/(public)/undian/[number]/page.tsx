import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderFrame } from "#app/frames/reader-frame.tsx";
import { DrawFiles } from "#features/draw-proof/components/draw-files.tsx";
import { DrawNumbers, QuotaTable } from "#features/draw-proof/components/draw-numbers.tsx";
import { DrawProgress } from "#features/draw-proof/components/draw-progress.tsx";
import { findProvinceNames } from "#features/draw-proof/queries/draws.ts";
import { CeremonyTimeline } from "#features/selection/components/ceremony/ceremony-timeline.tsx";
import { WaveStatusTag } from "#features/waves/components/wave-status-tag.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { askedDraw, type DrawParams } from "./asked-draw.ts";

export async function generateMetadata(props: DrawParams): Promise<Metadata> {
  const t = await getTranslations("draw-proof.draw");
  return { title: t("title", { number: (await askedDraw(props)).number }), description: t("lead") };
}

/** One draw: what was promised, shown and drawn, and the files to check it. */
export default async function DrawPage(props: DrawParams) {
  const draw = await askedDraw(props);
  const t = await getTranslations("draw-proof.draw");
  const provinceNames = await findProvinceNames([...draw.provinces.keys()]);
  return (
    <ReaderFrame current="/undian">
      <PageHeader
        title={t("title", { number: draw.number })}
        lead={t("lead")}
        aside={<WaveStatusTag status={draw.status} />}
      />
      <DrawProgress draw={draw} />
      <DrawNumbers draw={draw} />
      <CeremonyTimeline ceremony={draw.ceremony} />
      <QuotaTable draw={draw} provinceNames={provinceNames} />
      <DrawFiles draw={draw} />
      <p className="print:hidden">
        <a href="/undian" className="link inline-flex min-h-11 items-center">
          {t("all")}
        </a>
      </p>
    </ReaderFrame>
  );
}
