import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { StaffRole } from "#authorization/actor.ts";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { may, type Permission } from "#authorization/permissions.ts";
import { env } from "#env.ts";
import { requireStaff } from "#platform/web/session.ts";
import { StaffShell } from "#ui/patterns/staff-shell.tsx";
import type { IconName } from "#ui/primitives/icon.tsx";
import { shellTexts } from "./shell-texts.ts";
import { SignOutForm } from "./sign-out-form.tsx";

type StaffFrameProps = { readonly current?: string; readonly children: ReactNode };

/** The frame of staff pages: only what this role may open is in the menu. */
export async function StaffFrame({ current, children }: StaffFrameProps) {
  const actor = await requireStaff("account:staff");
  const t = await getTranslations("shell.staff");
  const items = (await menuOf(actor.role)).map((item) => ({ ...item, current: item.href === current }));
  return (
    <StaffShell
      {...(await shellTexts())}
      office={t(`office.${actor.role}`)}
      groups={[{ items }]}
      user={<SignOutForm />}
      homeHref={HOME_OF_ROLE[actor.role]}
    >
      {children}
    </StaffShell>
  );
}

/** What each right opens, in the order of the menu. */
async function menuOf(role: StaffRole): Promise<readonly MenuItem[]> {
  const t = await getTranslations("shell.staff");
  const menu: readonly (readonly [Permission, MenuItem])[] = [
    ["wave:review", { href: "/admin", label: t("dashboard"), icon: "home" }],
    ["wave:review", { href: "/admin/gelombang", label: t("waves"), icon: "people" }],
    ["item:write", { href: "/admin/soal", label: t("items"), icon: "book" }],
    ["wave:command", { href: "/admin/tes", label: t("tests"), icon: "survey" }],
    ["verification:review", { href: "/admin/verifikasi", label: t("verification"), icon: "shield" }],
    ["applicant:read", { href: "/admin/keberatan", label: t("objections"), icon: "help" }],
    ["course:review", { href: "/admin/pelatihan", label: t("providerCourses"), icon: "play" }],
    ["partner:admit", { href: "/admin/mitra", label: t("admission"), icon: "globe" }],
    ["money:review", { href: "/admin/keuangan", label: t("money"), icon: "wallet" }],
    ["audit:read", { href: "/admin/jejak", label: t("audit"), icon: "history" }],
    ...clockItem(t("clock")),
    ["office:read", { href: "/dinas", label: t("office.officer"), icon: "people" }],
    ["person:assist", { href: "/dinas/bantu", label: t("assist"), icon: "user" }],
    ["person:assist", { href: "/dinas/bantu/luring", label: t("assistOffline"), icon: "download" }],
    ["person:assist", { href: "/dinas/kolektif", label: t("bulk"), icon: "upload" }],
    ["provider:own", { href: "/lembaga", label: t("dashboard"), icon: "home" }],
    ["provider:own", { href: "/lembaga/pelatihan", label: t("providerCourses"), icon: "book" }],
    ["provider:own", { href: "/lembaga/peserta", label: t("participants"), icon: "people" }],
    ["provider:own", { href: "/lembaga/tugas", label: t("tasks"), icon: "survey" }],
    ["provider:own", { href: "/lembaga/ulasan", label: t("reviews"), icon: "star" }],
    ["platform:own", { href: "/platform", label: t("dashboard"), icon: "home" }],
    ["platform:own", { href: "/platform/penjualan", label: t("sales"), icon: "receipt" }],
    ...(await partnerItems(role)),
    ["draw:witness", { href: "/saksi", label: t("witnessed"), icon: "shield" }],
    ["account:staff", { href: "/keamanan", label: t("security"), icon: "lock" }],
  ];
  return menu.flatMap(([right, item]) => (may(role, right) ? [item] : []));
}

type MenuItem = { readonly href: string; readonly label: string; readonly icon: IconName };
type Line = readonly [Permission, MenuItem];

/** Time moves by hand in the demo only. */
function clockItem(label: string): readonly Line[] {
  return env().DEMO_MODE ? [["clock:move", { href: "/admin/waktu", label, icon: "clock" }]] : [];
}

/** What providers and platforms have alike, each at its own address. */
async function partnerItems(role: StaffRole): Promise<readonly Line[]> {
  const t = await getTranslations("shell.staff");
  const home = HOME_OF_ROLE[role];
  return [
    ["partner:own", { href: `${home}/rekap`, label: t("statement"), icon: "wallet" }],
    ["partner:own", { href: `${home}/kunci`, label: t("keys"), icon: "card" }],
    ["partner:own", { href: `${home}/log`, label: t("apiLog"), icon: "history" }],
    ["partner:own", { href: `${home}/profil`, label: t("profile"), icon: "user" }],
  ];
}
