import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ReadList } from "#features/personal-data/components/read-list.tsx";
import { findReads } from "#features/personal-data/queries/reads.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal-data.reads");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly sebelum?: string | string[] }> };

/** Who looked at my data. */
export default async function DataReadsPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/profil/akses-data");
  const { sebelum } = await searchParams;
  const before = typeof sebelum === "string" && isUuid(sebelum) ? sebelum : undefined;
  const t = await getTranslations("personal-data.reads");
  const { reads, next } = await findReads(participantId, before);
  return (
    <ParticipantFrame current="/profil">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href="/profil" className="link inline-flex min-h-11 items-center">
            {t("back")}
          </a>
        }
      />
      {reads.length === 0 ? (
        <EmptyState scene="waiting" title={t("empty")} text={t("emptyText")} />
      ) : (
        <>
          <ReadList reads={reads} />
          <Pagination
            label={t("pages")}
            previous={before ? { href: "/profil/akses-data", label: t("newest") } : undefined}
            next={next ? { href: `/profil/akses-data?sebelum=${next}`, label: t("older") } : undefined}
          />
        </>
      )}
    </ParticipantFrame>
  );
}
