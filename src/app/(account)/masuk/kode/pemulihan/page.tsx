import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecondStepForm } from "#features/access/components/second-step-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { AccountPage, OtherWay } from "../../../account-page.tsx";
import { requireHalfInside } from "../half-inside.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.secondStep");
  return { title: t("recovery"), description: t("recoveryHint") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function RecoveryCodePage({ searchParams }: Props) {
  await requireHalfInside();
  const t = await getTranslations("access.secondStep");
  const { kembali } = await searchParams;
  return (
    <AccountPage
      title={t("recovery")}
      below={
        <>
          <OtherWay href="/masuk/kode" label={t("code")} />
          <p className="text-ink-soft">{t("noCodes")}</p>
        </>
      }
    >
      <SecondStepForm
        by="recovery"
        commandKey={newCommandKey()}
        returnTo={typeof kembali === "string" ? kembali : undefined}
      />
    </AccountPage>
  );
}
