import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findAddressee } from "#features/account/queries.ts";
import { HelperNotice } from "#features/assisted-registration/components/helper-notice.tsx";
import { findHelper } from "#features/assisted-registration/queries.ts";
import { DataLinks } from "#features/personal-data/components/data-links.tsx";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { ParticipantFrame } from "../../frames/participant-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const { participantId } = await requireParticipant("/profil");
  const t = await getTranslations("home.profile");
  const mine = await getTranslations("personal-data");
  const who = await findAddressee(participantId);
  return (
    <ParticipantFrame current="/profil">
      <PageHeader title={t("title")} lead={t("lead")} />
      <HelperNotice helper={await findHelper(participantId)} />
      <Card>
        <SummaryList
          rows={[
            { label: t("name"), value: who?.displayName },
            { label: t("email"), value: who?.email ?? mine("mine.notYet") },
            { label: mine("mine.phone"), value: who?.phone ?? mine("mine.notYet") },
            {
              label: t("password"),
              value: "••••••••",
              change: { href: "/keamanan/sandi", label: mine("profile.change") },
            },
            { label: t("registration"), value: <a href="/pendaftaran">{t("view")}</a> },
          ]}
        />
      </Card>
      <DataLinks />
    </ParticipantFrame>
  );
}
