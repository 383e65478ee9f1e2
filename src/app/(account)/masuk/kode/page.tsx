import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignOutForm } from "#app/frames/sign-out-form.tsx";
import { env } from "#env.ts";
import { SecondStepForm } from "#features/access/components/second-step-form.tsx";
import { demoDigits } from "#features/access/queries/security.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../../account-page.tsx";
import { requireHalfInside } from "./half-inside.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.secondStep");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function SecondStepPage({ searchParams }: Props) {
  const { accountId } = await requireHalfInside();
  const t = await getTranslations("access.secondStep");
  const { kembali } = await searchParams;
  const returnTo = typeof kembali === "string" ? kembali : undefined;
  const on = returnTo ? `?kembali=${encodeURIComponent(returnTo)}` : "";
  return (
    <AccountPage
      title={t("title")}
      lead={t("lead")}
      notice={env().DEMO_MODE ? <DemoCode accountId={accountId} /> : null}
      below={
        <>
          <OtherWay question={t("noPhone")} href={`/masuk/kode/pemulihan${on}`} label={t("recoverySubmit")} />
          <div className="-ms-2">
            <SignOutForm />
          </div>
        </>
      }
    >
      <SecondStepForm by="app" commandKey={newCommandKey()} returnTo={returnTo} />
    </AccountPage>
  );
}

/** Visitors of the demo have no phone that knows the cast's secrets. */
async function DemoCode({ accountId }: { readonly accountId: AccountId }) {
  const t = await getTranslations("access.secondStep");
  const demo = await demoDigits(accountId);
  if (!demo) return null;
  return (
    <Notice tone="warning">
      <span data-demo-code={demo.digits ?? ""}>
        {demo.digits ? t("demoCode", { code: demo.digits }) : t("demoWait")}
      </span>
    </Notice>
  );
}
