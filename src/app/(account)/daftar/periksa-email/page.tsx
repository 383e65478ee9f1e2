import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { EmailForm } from "#features/account/components/email-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Illustration } from "#ui/primitives/illustration.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { OtherWay } from "../../account-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.checkEmail");
  return { title: t("title"), description: t("what") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The address in the link is only shown again; whether it has an account is never said. */
export default async function CheckEmailPage({ searchParams }: Props) {
  const t = await getTranslations("account.checkEmail");
  const { email, lagi } = await searchParams;
  const address = typeof email === "string" ? email.slice(0, 254) : "";
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-xl gap-6">
        <Illustration scene="waiting" className="w-40 max-w-full" />
        <PageHeader
          title={t("title")}
          lead={
            address
              ? t.rich("sentTo", { email: address, b: (text) => <b className="break-all">{text}</b> })
              : t("sent")
          }
        />
        {lagi ? (
          <Notice tone="success" live>
            {t("again")}
          </Notice>
        ) : null}
        <p className="text-lg font-semibold">{t("what")}</p>
        <ul className="grid gap-2">
          <li className="flex gap-3">
            <Icon name="clock" className="mt-0.5 flex-none text-accent-strong" />
            {t("until")}
          </li>
          <li className="flex gap-3">
            <Icon name="info" className="mt-0.5 flex-none text-ink-soft" />
            {t("otherwise")}
          </li>
        </ul>
        <Card title={t("resendTitle")} look="sunken">
          <p>{t("resendText")}</p>
          <EmailForm purpose="checkEmail" email={address} commandKey={newCommandKey()} />
        </Card>
        <OtherWay href="/daftar" label={t("change")} />
      </div>
    </PublicFrame>
  );
}
