import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterAccountForm } from "#features/account/components/register-account-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.register");
  return { title: t("title"), description: t("lead") };
}

export default async function RegisterAccountPage() {
  const t = await getTranslations("account.register");
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      below={<OtherWay question={t("haveAccount")} href="/masuk" label={t("signIn")} />}
    >
      <RegisterAccountForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
