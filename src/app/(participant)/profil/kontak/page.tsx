import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { accountOf } from "#authorization/actor.ts";
import { ContactCodeForm, ResendContactCodeForm } from "#features/access/components/contact-forms.tsx";
import { findPendingContact } from "#features/access/queries/contact-change.ts";
import type { PendingContact } from "#features/access/types.ts";
import { DeliveryState } from "#features/account/components/delivery-state.tsx";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { ContactFrame } from "../contact-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.contact");
  return { title: t("codeTitle"), description: t("keep") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Where the code of the new contact is, and the code itself. Whether somebody has that contact is never said. */
export default async function ContactCodePage({ searchParams }: Props) {
  const actor = await requireParticipant("/profil/kontak");
  const pending = await findPendingContact(accountOf(actor), await programmeNow());
  if (!pending) redirect("/profil");
  const { lagi } = await searchParams;
  const t = await getTranslations("access.contact");
  const { contact, code, suggestion } = pending;
  return (
    <ContactFrame
      title={t("codeTitle")}
      lead={t.rich("codeSent", {
        contact: contact.value,
        b: (text) => <b className="wrap-anywhere">{text}</b>,
      })}
    >
      {lagi ? (
        <Notice tone="success" live>
          {t("again")}
        </Notice>
      ) : null}
      {code ? <DeliveryState code={code} channel={contact.kind === "email" ? "email" : "sms"} /> : null}
      {suggestion ? (
        <Notice
          tone="warning"
          title={<span className="wrap-anywhere">{t("suggestion", { suggestion })}</span>}
        >
          {t("suggestionText")}
        </Notice>
      ) : null}
      <Card>
        <ContactCodeForm commandKey={newCommandKey()} />
        <p className="text-ink-soft">{t("keep")}</p>
      </Card>
      <OtherWays pending={pending} />
    </ContactFrame>
  );
}

/** When no code comes: once more, or another contact. */
async function OtherWays({ pending: { contact, code } }: { readonly pending: PendingContact }) {
  const t = await getTranslations("access.contact");
  const isEmail = contact.kind === "email";
  return (
    <Card title={t("notArrived")} look="sunken">
      {code?.isExpired ? <p className="font-semibold">{t("expired")}</p> : null}
      <p>{t("notArrivedText")}</p>
      <ResendContactCodeForm commandKey={newCommandKey()} />
      <p className="text-sm text-ink-soft">{t("limits")}</p>
      <p>
        <a
          href={isEmail ? "/profil/e-mail" : "/profil/ponsel"}
          className="link inline-flex min-h-11 items-center"
        >
          {t(isEmail ? "otherEmail" : "otherNumber")}
        </a>
      </p>
    </Card>
  );
}
