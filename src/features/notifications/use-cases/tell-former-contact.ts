import { findFormerContact } from "#features/access/queries/contact-change.ts";
import type { FormerContact } from "#features/access/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { sendShortMessage } from "#platform/gateways/sms/http.ts";
import { log } from "#platform/telemetry/log.ts";

/**
 * Tells the address or phone that an account had before, there and nowhere else: whoever did not change it learns of it.
 * Fails, and is tried again, while the mail server or the gateway is away.
 */
export async function tellFormerContactReaction({ changeId }: { readonly changeId: string }): Promise<void> {
  const former = await findFormerContact(changeId);
  if (!former) return;
  const result = await (former.contact.kind === "email" ? sendLetter : sendMessage)(former, changeId);
  if (result.outcome === "unknown") throw new Error(`a former contact was not told: ${result.reason}`);
  if (result.outcome === "refused") log.warn({ change: changeId }, "a former contact refused to be told");
}

async function sendLetter({ contact, changedAt, locale }: FormerContact, changeId: string) {
  const translate = translatorFor(locale, "notifications");
  const subject = translate("formerContact.subject");
  const letter = writeLetter({
    locale,
    subject,
    greeting: translate("codes.greeting"),
    paragraphs: [
      translate("formerContact.text", { when: formatMoment(changedAt, locale) }),
      translate("formerContact.otherwise"),
    ],
    closing: [translate("letter.sender"), translate("letter.warning")],
  });
  return sendMail({ to: contact.value, subject, ...letter, mark: `${changeId}.former` });
}

async function sendMessage({ contact, locale }: FormerContact, changeId: string) {
  const text = translatorFor(locale, "notifications")("formerContact.sms");
  return sendShortMessage({ reference: changeId, to: contact.value, text });
}
