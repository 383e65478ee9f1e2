import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { ErasureForm } from "#features/personal-data/components/erasure-form.tsx";
import { findErasureObstacle } from "#features/personal-data/queries/erasure.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal-data.erasure");
  return { title: t("title"), description: t("lead") };
}

/** What goes, what stays, and the form; or why not yet. */
export default async function ErasurePage() {
  const { participantId } = await requireParticipant("/profil/hapus-akun");
  const t = await getTranslations("personal-data.erasure");
  const obstacle = await findErasureObstacle(participantId);
  return (
    <ParticipantFrame current="/profil">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href="/profil" className="link inline-flex min-h-11 items-center">
            {t("profile")}
          </a>
        }
      />
      {obstacle ? (
        <Notice tone="warning" title={t("cannotTitle")}>
          {refusalSentence(await currentLocale(), obstacle)}
        </Notice>
      ) : null}
      <Card title={t("goneTitle")}>
        <p>{t("gone")}</p>
      </Card>
      <Card title={t("staysTitle")}>
        <p>{t("stays")}</p>
      </Card>
      {obstacle ? null : (
        <>
          <Notice
            title={t("firstTitle")}
            action={
              <LinkButton href="/profil/data-saya" variant="secondary" wide>
                {t("download")}
              </LinkButton>
            }
          >
            {t("first")}
          </Notice>
          <Card title={t("confirmTitle")}>
            <ErasureForm />
            <div>
              <LinkButton href="/profil" variant="secondary" wide>
                {t("back")}
              </LinkButton>
            </div>
          </Card>
        </>
      )}
    </ParticipantFrame>
  );
}
