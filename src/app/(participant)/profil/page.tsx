import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { accountOf } from "#authorization/actor.ts";
import { findPendingContact } from "#features/access/queries/contact-change.ts";
import { findAddressee } from "#features/account/queries.ts";
import { HelperNotice } from "#features/assisted-registration/components/helper-notice.tsx";
import { findHelper } from "#features/assisted-registration/queries.ts";
import { DataLinks } from "#features/personal-data/components/data-links.tsx";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { ParticipantFrame } from "../../frames/participant-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.profile");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ProfilePage({ searchParams }: Props) {
  const actor = await requireParticipant("/profil");
  const { participantId } = actor;
  const isChanged = (await searchParams).kontak === "baru";
  const t = await getTranslations("home.profile");
  const mine = await getTranslations("personal-data");
  const contact = await getTranslations("access.contact");
  const who = await findAddressee(participantId);
  const pending = await findPendingContact(accountOf(actor), await programmeNow());
  return (
    <ParticipantFrame current="/profil">
      <PageHeader title={t("title")} lead={t("lead")} />
      {isChanged ? (
        <Notice tone="success" live>
          {contact("changed")}
        </Notice>
      ) : null}
      {pending ? (
        <Notice
          action={
            <a href="/profil/kontak" className="link inline-flex min-h-11 items-center">
              {contact("goOn")}
            </a>
          }
        >
          <span className="wrap-anywhere">{contact("waiting", { contact: pending.contact.value })}</span>
        </Notice>
      ) : null}
      <HelperNotice helper={await findHelper(participantId)} />
      <Card>
        <SummaryList
          rows={[
            { label: t("name"), value: who?.displayName },
            {
              label: t("email"),
              value: <span className="wrap-anywhere">{who?.email ?? mine("mine.notYet")}</span>,
              change: { href: "/profil/e-mail", label: contact(who?.email ? "change" : "add") },
            },
            {
              label: mine("mine.phone"),
              value: who?.phone ?? mine("mine.notYet"),
              change: { href: "/profil/ponsel", label: contact(who?.phone ? "change" : "add") },
            },
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
