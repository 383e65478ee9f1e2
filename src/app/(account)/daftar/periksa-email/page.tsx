import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResendLetterForm, SignUpCodeForm } from "#features/account/components/code-forms.tsx";
import { DeliveryState } from "#features/account/components/delivery-state.tsx";
import { SuggestionForm } from "#features/account/components/suggestion-form.tsx";
import { findSignUp } from "#features/account/queries/sign-up.ts";
import type { PendingSignUp } from "#features/account/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { currentSignUp } from "#platform/web/pending-sign-up.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { AccountPage, OtherWay } from "../../account-page.tsx";
import { ActiveAccount } from "../active-account.tsx";
import { OtherContacts } from "../other-contacts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.checkEmail");
  return { title: t("title"), description: t("what") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** What this browser knows of its own sign-up; whether an address has an account is never said. */
export default async function CheckEmailPage({ searchParams }: Props) {
  const { lagi } = await searchParams;
  const id = await currentSignUp();
  const signUp = id ? await findSignUp(id, await programmeNow()) : null;
  if (!signUp) return <Elsewhere isSent={lagi !== undefined} />;
  if (signUp.isCompleted) return <ActiveAccount />;
  if (signUp.contact.kind === "phone") redirect("/verifikasi-ponsel");
  return signUp.suggestion ? (
    <Question typed={signUp.contact.value} suggested={signUp.suggestion} />
  ) : (
    <Sent signUp={signUp} />
  );
}

async function Question({ typed, suggested }: { readonly typed: string; readonly suggested: string }) {
  const t = await getTranslations("account.suggestion");
  return (
    <AccountPage title={t("title")} lead={<span className="wrap-anywhere">{t("lead", { suggested })}</span>}>
      <SuggestionForm typed={typed} suggested={suggested} commandKey={newCommandKey()} />
    </AccountPage>
  );
}

async function Sent({ signUp }: { readonly signUp: PendingSignUp }) {
  const t = await getTranslations("account.checkEmail");
  const { contact, code } = signUp;
  return (
    <AccountPage
      title={t("title")}
      lead={t.rich("sentTo", { email: contact.value, b: (text) => <b className="wrap-anywhere">{text}</b> })}
      notice={code ? <DeliveryState code={code} channel="email" /> : null}
      below={
        <>
          <OtherContacts signUp={signUp} advice={t("resendText")} />
          <OtherWay href="/daftar" label={t("change")} />
        </>
      }
    >
      <p className="font-semibold">{t("what")}</p>
      <p>
        {t("until")} {t("otherwise")}
      </p>
      <SignUpCodeForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}

/** Another browser, or a sign-up that was forgotten: only a letter helps on. */
async function Elsewhere({ isSent }: { readonly isSent: boolean }) {
  const t = await getTranslations("account.checkEmail");
  return (
    <AccountPage
      title={t("elsewhereTitle")}
      lead={t("elsewhereLead")}
      notice={
        isSent ? (
          <Notice tone="success" live>
            {t("again")}
          </Notice>
        ) : null
      }
      below={<OtherWay href="/daftar" label={t("change")} />}
    >
      <ResendLetterForm commandKey={newCommandKey()} />
    </AccountPage>
  );
}
