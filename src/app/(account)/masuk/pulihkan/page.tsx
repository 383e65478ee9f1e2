import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecoverByNikForm } from "#features/access/components/recovery-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.recover");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Says the same to everybody: whose NIK it is, and whether it is registered, is nobody's business here. */
export default async function RecoverPage({ searchParams }: Props) {
  const t = await getTranslations("access.recover");
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
          <p className="text-ink-soft">{t("notYou")}</p>
          <OtherWay href="/masuk" label={t("back")} />
        </>
      }
    >
      <RecoverByNikForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
