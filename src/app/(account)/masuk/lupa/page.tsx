import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestResetForm } from "#features/access/components/recovery-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.forgot");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function ForgotPasswordPage({ searchParams }: Props) {
  const t = await getTranslations("access.forgot");
  const { terkirim } = await searchParams;
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      notice={
        terkirim ? (
          <Notice tone="success" title={t("sentTitle")} live>
            {t("sentText")}
          </Notice>
        ) : null
      }
      below={
        <>
          <OtherWay question={t("haveCode")} href="/masuk/lupa/kode" label={t("enterCode")} />
          <OtherWay href="/masuk" label={t("back")} />
        </>
      }
    >
      <RequestResetForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
