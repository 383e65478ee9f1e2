import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderFrame } from "#app/frames/reader-frame.tsx";
import { DrawTable } from "#features/draw-proof/components/draw-table.tsx";
import { findPublicDraws } from "#features/draw-proof/queries/draws.ts";
import { waveNumber } from "#features/draw-proof/schema.ts";
import { WaveStatusTag } from "#features/waves/components/wave-status-tag.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("draw-proof.list");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly sebelum?: string }> };

/** All draws, for everybody. */
export default async function DrawsPage({ searchParams }: Props) {
  const t = await getTranslations("draw-proof.list");
  const before = waveNumber.safeParse((await searchParams).sebelum);
  const { rows, next } = await findPublicDraws(before.success ? before.data : undefined);
  return (
    <ReaderFrame current="/undian">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        aside={
          <LinkButton href="/undian/cara-memeriksa" variant="secondary" wide>
            {t("check")}
          </LinkButton>
        }
      />
      <DrawTable draws={rows} statusOf={({ status }) => <WaveStatusTag status={status} />} />
      <Pagination
        label={t("pages")}
        next={next === null ? undefined : { href: `/undian?sebelum=${next}`, label: t("older") }}
      />
    </ReaderFrame>
  );
}
