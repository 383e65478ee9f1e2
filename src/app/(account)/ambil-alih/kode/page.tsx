import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskCodeForm } from "#features/assisted-registration/components/take-over-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { AccountPage, OtherWay } from "../../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.takeOver");
  return { title: t("again"), description: t("againText") };
}

export default async function AskCodePage() {
  const t = await getTranslations("assisted-registration.takeOver");
  return (
    <AccountPage
      title={t("again")}
      lead={t("againText")}
      below={<OtherWay href="/ambil-alih" label={t("title")} />}
    >
      <AskCodeForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
