import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetByCodeForm } from "#features/access/components/reset-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { AccountPage, OtherWay } from "../../../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.resetByCode");
  return { title: t("title"), description: t("lead") };
}

/** Opened by everybody who asked with a phone number, whether anybody has that number or not. */
export default async function ResetByCodePage() {
  const t = await getTranslations("access.resetByCode");
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      below={<OtherWay href="/masuk/lupa" label={t("again")} />}
    >
      <ResetByCodeForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
