import { getTranslations } from "next-intl/server";
import { accountOf } from "#authorization/actor.ts";
import { NewContactForm } from "#features/access/components/contact-forms.tsx";
import { viewFactor } from "#features/access/queries/security.ts";
import { findAddressee } from "#features/account/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { Card } from "#ui/primitives/card.tsx";
import { ContactFrame } from "./contact-frame.tsx";

const words = {
  email: { address: "/profil/e-mail", add: "addEmail", change: "email" },
  phone: { address: "/profil/ponsel", add: "addPhone", change: "phone" },
} as const;

/** Asks for another address or phone, and for the keys of the account once more. */
export async function NewContactPage({ kind }: { readonly kind: "email" | "phone" }) {
  const { address, add, change } = words[kind];
  const actor = await requireParticipant(address);
  const t = await getTranslations("access.contact");
  const who = await findAddressee(actor.participantId);
  const present = kind === "email" ? who?.email : who?.phone;
  const { isOn } = await viewFactor(accountOf(actor), await programmeNow());
  const occasion = present ? change : add;
  return (
    <ContactFrame title={t(`${occasion}Title`)} lead={t(`${occasion}Lead`)}>
      <Card>
        {present ? (
          <p>{t.rich("now", { contact: present, b: (text) => <b className="wrap-anywhere">{text}</b> })}</p>
        ) : null}
        <NewContactForm kind={kind} hasFactor={isOn} commandKey={newCommandKey()} />
      </Card>
      <p className="text-ink-soft">{t(`${occasion}Effect`)}</p>
    </ContactFrame>
  );
}
