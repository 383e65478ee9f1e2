import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetByLinkForm } from "#features/access/components/reset-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.reset");
  return { title: t("title"), description: t("lead"), referrer: "same-origin" };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ResetPasswordPage({ searchParams }: Props) {
  const t = await getTranslations("access.reset");
  const { id, t: token } = await searchParams;
  if (typeof id !== "string" || typeof token !== "string") {
    return (
      <AccountPage title={t("brokenTitle")}>
        <Notice tone="warning">{t("brokenText")}</Notice>
        <LinkButton href="/masuk/lupa">{t("brokenAction")}</LinkButton>
      </AccountPage>
    );
  }
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      below={<OtherWay href="/masuk/lupa" label={t("brokenAction")} />}
    >
      <ResetByLinkForm tokenId={id} token={token} commandKey={newCommandKey()} />
    </AccountPage>
  );
}
