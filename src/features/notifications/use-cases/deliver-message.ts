import type { Addressee } from "#features/account/types.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import type { Bounce } from "#platform/gateways/mail/port.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { sendShortMessage } from "#platform/gateways/sms/http.ts";
import { wordsOf } from "../queries.ts";
import type { DueEmail } from "../types.ts";

/** "put off" is not tried now; "left" is only for the person's page. */
export type MessageOutcome = { readonly channel: "email" | "sms" | "none" } & (
  | { readonly outcome: "sent" | "put off" | "left" }
  | { readonly outcome: "refused"; readonly reason: string; readonly bounce?: Bounce }
  | { readonly outcome: "unknown"; readonly reason: string }
);

/** The message as a letter, with all that it says. */
export async function deliverLetter(
  { id, kind, parameters, href }: DueEmail,
  { email, displayName, locale }: Addressee,
): Promise<MessageOutcome> {
  const { subject, text, action } = wordsOf(locale, kind, parameters);
  const translate = translatorFor(locale, "notifications");
  const letter = writeLetter({
    locale,
    subject,
    greeting: translate("letter.greeting", { name: displayName }),
    paragraphs: text.split("\n"),
    action: href ? { path: href, label: action } : undefined,
    closing: [translate("letter.sender"), translate("letter.warning")],
  });
  const result = await sendMail({ to: email ?? "", subject, ...letter, mark: id });
  if (result.outcome !== "unknown") return { channel: "email", ...result };
  return { channel: "email", outcome: "unknown", reason: result.reason };
}

/** A short message says only that there is news: others may read a phone. */
export async function deliverShortMessage(
  { id }: DueEmail,
  { phone, locale }: Addressee,
): Promise<MessageOutcome> {
  const text = translatorFor(locale, "notifications")("shortMessage");
  const result = await sendShortMessage({ reference: id, to: phone ?? "", text });
  if (result.outcome === "unknown") return { channel: "sms", ...result };
  return result.status === "failed"
    ? { channel: "sms", outcome: "refused", reason: result.reason }
    : { channel: "sms", outcome: "sent" };
}
