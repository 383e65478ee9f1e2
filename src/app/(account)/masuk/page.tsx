import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { PasskeyButton } from "#features/access/components/passkey-button.tsx";
import { SignInForm } from "#features/access/components/sign-in-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { currentSession } from "#platform/web/session.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.signIn");
  return { title: t("title"), description: t("lead") };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

export default async function SignInPage({ searchParams }: Props) {
  await leaveIfSignedIn();
  const t = await getTranslations("access.signIn");
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
          <OtherWay href="/masuk/pulihkan" label={t("recover")} />
          <OtherWay question={t("helped")} href="/ambil-alih" label={t("takeOver")} />
        </>
      }
    >
      <SignInForm commandKey={newCommandKey()} returnTo={returnTo} />
      <PasskeyButton
        act="use"
        label={t("passkey")}
        busyText={t("passkeyBusy")}
        failedText={t("passkeyFailed")}
      />
    </AccountPage>
  );
}

/** Whoever is inside goes home; whoever is half inside goes on with the second half. */
async function leaveIfSignedIn(): Promise<void> {
  const session = await currentSession();
  if (session?.standing === "inside") redirect(HOME_OF_ROLE[session.role]);
  if (session?.standing === "needs-code") redirect("/masuk/kode");
  if (session?.standing === "needs-set-up") redirect("/keamanan/dua-langkah");
}

/** Why the person is on this page, where something brought them. */
async function WhatHappened({ query }: { readonly query: Query }) {
  const t = await getTranslations("access.signIn");
  if (query.email === "terverifikasi") return <Notice tone="success">{t("emailVerified")}</Notice>;
  if (query.sandi === "baru") return <Notice tone="success">{t("passwordNew")}</Notice>;
  if (query.perangkat === "keluar") return <Notice tone="success">{t("everywhereOut")}</Notice>;
  return query.kembali ? <Notice>{t("returnNotice")}</Notice> : null;
}
