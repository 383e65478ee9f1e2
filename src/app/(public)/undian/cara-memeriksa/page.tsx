import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderFrame } from "#app/frames/reader-frame.tsx";
import { CheckGuide } from "#features/draw-proof/components/check-guide.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw-proof.check");
  return { title: t("title"), description: t("lead") };
}

/** How anybody checks a draw without the portal. */
export default async function CheckPage() {
  const t = await getTranslations("draw-proof.check");
  return (
    <ReaderFrame current="/undian">
      <PageHeader title={t("title")} lead={t("lead")} />
      <CheckGuide />
    </ReaderFrame>
  );
}
