import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { countUnread } from "#features/notifications/queries.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { ParticipantShell } from "#ui/patterns/participant-shell.tsx";
import { shellTexts } from "./shell-texts.ts";
import { SignOutForm } from "./sign-out-form.tsx";

type ParticipantFrameProps = {
  /** The menu's address that this page belongs to. */
  readonly current?: string;
  readonly width?: "page" | "wide";
  readonly children: ReactNode;
};

/** The frame of a signed-in person's pages. */
export async function ParticipantFrame({ current, width, children }: ParticipantFrameProps) {
  const actor = await requireParticipant(current);
  const t = await getTranslations("shell.nav");
  const unread = await countUnread(actor.participantId);
  const nav = (
    [
      ["/beranda", t("home"), "home"],
      ["/pelatihan", t("catalogue"), "search"],
      ["/pelatihan-saya", t("trainings"), "book"],
      ["/saldo", t("balance"), "wallet"],
      ["/transaksi", t("transactions"), "receipt"],
      ["/sertifikat", t("certificates"), "shield"],
      ["/insentif", t("incentives"), "card"],
      ["/rekening", t("account"), "card"],
      ["/gelombang", t("waves"), "history"],
      ["/survei", t("surveys"), "survey"],
      ["/profil", t("profile"), "user"],
    ] as const
  ).map(([href, label, icon]) => ({ href, label, icon, current: href === current }));
  const tabs = nav.filter((item) =>
    ["/beranda", "/pelatihan", "/pelatihan-saya", "/insentif"].includes(item.href),
  );
  return (
    <ParticipantShell
      {...(await shellTexts())}
      nav={nav}
      tabs={tabs.map((tab) => ({ ...tab, label: t(`short.${tabName(tab.href)}`) }))}
      width={width}
      user={<SignOutForm />}
      bell={{ href: "/pemberitahuan", label: t("notifications"), count: unread }}
    >
      {children}
    </ParticipantShell>
  );
}

function tabName(href: string): "home" | "search" | "learn" | "money" {
  if (href === "/pelatihan") return "search";
  if (href === "/pelatihan-saya") return "learn";
  return href === "/insentif" ? "money" : "home";
}
