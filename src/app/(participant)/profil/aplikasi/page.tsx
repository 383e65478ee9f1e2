import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ConnectedApps } from "#features/partner-api/components/connected-apps.tsx";
import { findConnectedApps } from "#features/partner-api/queries/sso.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sso.apps");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly akses?: string | string[] }> };

/** The applications that may read something of the person, each with a way to end it. */
export default async function ConnectedAppsPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/profil/aplikasi");
  const t = await getTranslations("sso.apps");
  const apps = await findConnectedApps(participantId);
  const { akses } = await searchParams;
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
      {akses === "berakhir" ? (
        <Notice tone="success" live>
          {t("ended")}
        </Notice>
      ) : null}
      {apps.length === 0 ? (
        <EmptyState scene="waiting" title={t("empty")} text={t("emptyText")} />
      ) : (
        <ConnectedApps apps={apps} />
      )}
    </ParticipantFrame>
  );
}
