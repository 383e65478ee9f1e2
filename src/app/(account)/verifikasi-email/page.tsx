import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyEmailForm } from "#features/account/components/code-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.verify");
  return { title: t("title"), description: t("lead"), referrer: "same-origin" };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function VerifyEmailPage({ searchParams }: Props) {
  const t = await getTranslations("account.verify");
  const { id, t: token } = await searchParams;
  if (typeof id !== "string" || typeof token !== "string") {
    return (
      <AccountPage title={t("brokenTitle")}>
        <Notice tone="warning">{t("brokenText")}</Notice>
        <LinkButton href="/daftar/periksa-email">{t("brokenAction")}</LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      below={<OtherWay href="/daftar/periksa-email" label={t("brokenAction")} />}
    >
      <VerifyEmailForm codeId={id} token={token} commandKey={newCommandKey()} />
    </AccountPage>
  );
}
