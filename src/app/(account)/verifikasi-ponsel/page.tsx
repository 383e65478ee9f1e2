import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUpCodeForm } from "#features/account/components/code-forms.tsx";
import { DeliveryState } from "#features/account/components/delivery-state.tsx";
import { findSignUp } from "#features/account/queries/sign-up.ts";
import type { PendingSignUp } from "#features/account/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { currentSignUp } from "#platform/web/pending-sign-up.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../account-page.tsx";
import { ActiveAccount } from "../daftar/active-account.tsx";
import { OtherContacts } from "../daftar/other-contacts.tsx";

const REFRESH_SECONDS = 5;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.checkPhone");
  return { title: t("title"), description: t("refreshing") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Where the code is, and the code itself. Whether a number has an account is never said. */
export default async function CheckPhonePage({ searchParams }: Props) {
  const { lagi, ketik } = await searchParams;
  const id = await currentSignUp();
  const signUp = id ? await findSignUp(id, await programmeNow()) : null;
  if (!signUp) return <Gone />;
  if (signUp.isCompleted) return <ActiveAccount />;
  if (signUp.contact.kind === "email") redirect("/daftar/periksa-email");
  return <Sent signUp={signUp} isAgain={lagi !== undefined} isTyping={ketik !== undefined} />;
}

type SentProps = {
  readonly signUp: PendingSignUp;
  readonly isAgain: boolean;
  /** The person has the code, whatever the operator says: the page stays as it is while they type. */
  readonly isTyping: boolean;
};

async function Sent({ signUp, isAgain, isTyping }: SentProps) {
  const t = await getTranslations("account.checkPhone");
  const { contact, code } = signUp;
  const isUnderWay = code?.delivery === "queued" || code?.delivery === "sent";
  const isWaiting = isUnderWay && !isTyping && !code.isExpired;
  return (
    <AccountPage
      title={t("title")}
      lead={t.rich("sentTo", {
        phone: contact.value,
        b: (text) => <b className="whitespace-nowrap">{text}</b>,
      })}
      notice={
        <>
          {isWaiting ? <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} /> : null}
          {isAgain ? <Notice tone="success">{t("again")}</Notice> : null}
          {code ? <DeliveryState code={code} channel="sms" /> : null}
        </>
      }
      below={
        <>
          <OtherContacts signUp={signUp} />
          <OtherWay href="/daftar?dengan=ponsel" label={t("restart")} />
        </>
      }
    >
      {isWaiting ? (
        <>
          <p>{t("refreshing")}</p>
          <LinkButton href="/verifikasi-ponsel?ketik=1" wide>
            {t("haveCode")}
          </LinkButton>
        </>
      ) : (
        <SignUpCodeForm commandKey={newCommandKey()} />
      )}
    </AccountPage>
  );
}

async function Gone() {
  const t = await getTranslations("account.checkPhone");
  return (
    <AccountPage title={t("goneTitle")}>
      <p>{t("goneText")}</p>
      <LinkButton href="/daftar?dengan=ponsel" wide>
        {t("restart")}
      </LinkButton>
    </AccountPage>
  );
}
