import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { StaffRole } from "#authorization/actor.ts";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { may } from "#authorization/permissions.ts";
import { env } from "#env.ts";
import { requireStaff } from "#platform/web/session.ts";
import { StaffShell } from "#ui/patterns/staff-shell.tsx";
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

async function menuOf(role: StaffRole) {
  const t = await getTranslations("shell.staff");
  const menu = [
    may(role, "wave:review") && ({ href: "/admin", label: t("dashboard"), icon: "home" } as const),
    may(role, "wave:review") && ({ href: "/admin/gelombang", label: t("waves"), icon: "people" } as const),
    may(role, "item:write") && ({ href: "/admin/soal", label: t("items"), icon: "book" } as const),
    may(role, "wave:command") && ({ href: "/admin/tes", label: t("tests"), icon: "survey" } as const),
    may(role, "verification:review") &&
      ({ href: "/admin/verifikasi", label: t("verification"), icon: "shield" } as const),
    may(role, "applicant:read") &&
      ({ href: "/admin/keberatan", label: t("objections"), icon: "help" } as const),
    may(role, "money:review") && ({ href: "/admin/keuangan", label: t("money"), icon: "wallet" } as const),
    may(role, "audit:read") && ({ href: "/admin/jejak", label: t("audit"), icon: "history" } as const),
    may(role, "clock:move") &&
      env().DEMO_MODE &&
      ({ href: "/admin/waktu", label: t("clock"), icon: "clock" } as const),
    may(role, "office:read") && ({ href: "/dinas", label: t("office.officer"), icon: "people" } as const),
    may(role, "person:assist") && ({ href: "/dinas/bantu", label: t("assist"), icon: "user" } as const),
    may(role, "person:assist") &&
      ({ href: "/dinas/bantu/luring", label: t("assistOffline"), icon: "download" } as const),
    may(role, "person:assist") && ({ href: "/dinas/kolektif", label: t("bulk"), icon: "upload" } as const),
    may(role, "provider:own") && ({ href: "/lembaga", label: t("office.provider"), icon: "book" } as const),
    may(role, "draw:witness") && ({ href: "/saksi", label: t("witnessed"), icon: "shield" } as const),
    { href: "/keamanan", label: t("security"), icon: "lock" } as const,
  ];
  return menu.filter((item) => item !== false);
}
