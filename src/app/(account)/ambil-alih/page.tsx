import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { TakeOverForm } from "#features/assisted-registration/components/take-over-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { currentActor } from "#platform/web/session.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.takeOver");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** A person takes the account that an office opened for them. */
export default async function TakeOverPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (actor.role === "participant") redirect(HOME_OF_ROLE.participant);
  const t = await getTranslations("assisted-registration.takeOver");
  const { kode } = await searchParams;
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      notice={
        kode ? (
          <Notice tone="success" title={t("sentTitle")} live>
            {t("sentText")}
          </Notice>
        ) : null
      }
      below={
        <>
          <OtherWay question={t("againTitle")} href="/ambil-alih/kode" label={t("again")} />
          <OtherWay href="/masuk" label={t("back")} />
        </>
      }
    >
      <TakeOverForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
