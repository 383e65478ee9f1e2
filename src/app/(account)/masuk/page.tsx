import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { SignInForm } from "#features/account/components/sign-in-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { currentActor } from "#platform/web/session.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("title"), description: t("lead") };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

export default async function SignInPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (actor.role !== "visitor") redirect(HOME_OF_ROLE[actor.role]);
  const t = await getTranslations("account.signIn");
  const query = await searchParams;
  const returnTo = typeof query.kembali === "string" ? query.kembali : undefined;
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      notice={<WhatHappened query={query} />}
      below={
        <>
          <OtherWay question={t("noAccount")} href="/daftar" label={t("register")} />
          <OtherWay href="/masuk/lupa" label={t("forgot")} />
          <OtherWay href="/daftar/periksa-email" label={t("resend")} />
        </>
      }
    >
      <SignInForm commandKey={newCommandKey()} returnTo={returnTo} />
    </AccountPage>
  );
}

/** Why the person is on this page, where something brought them. */
async function WhatHappened({ query }: { readonly query: Query }) {
  const t = await getTranslations("account.signIn");
  if (query.email === "terverifikasi") return <Notice tone="success">{t("emailVerified")}</Notice>;
  if (query.sandi === "baru") return <Notice tone="success">{t("passwordNew")}</Notice>;
  return query.kembali ? <Notice>{t("returnNotice")}</Notice> : null;
}
