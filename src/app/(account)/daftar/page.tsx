import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "#features/account/components/sign-up-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.register");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** One contact is enough: an address, or a phone for who has none. */
export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations("account.register");
  const by = (await searchParams).dengan === "ponsel" ? "phone" : "email";
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      below={
        <>
          {by === "email" ? (
            <OtherWay question={t("noEmail")} href="/daftar?dengan=ponsel" label={t("byPhone")} />
          ) : (
            <OtherWay question={t("noPhone")} href="/daftar" label={t("byEmail")} />
          )}
          <OtherWay question={t("haveAccount")} href="/masuk" label={t("signIn")} />
        </>
      }
    >
      <SignUpForm by={by} commandKey={newCommandKey()} />
    </AccountPage>
  );
}
