import { findAddressee } from "#features/account/queries.ts";
import { translatorFor } from "#i18n/sentences.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { sendShortMessage } from "#platform/gateways/sms/http.ts";
import {
  type CodeDelivery,
  type CodeToSend,
  findCodeToSend,
  noteDelivery,
} from "#platform/one-time-code/delivery.ts";

/**
 * Sends a one-time code by its channel and writes down where it is. Fails, and is tried again under the same reference,
 * while the gateway is away; a code that came too late by then is left.
 */
export async function sendCodeReaction({ codeId }: { readonly codeId: string }): Promise<void> {
  const now = await programmeNow();
  const code = await findCodeToSend(codeId, now);
  if (!code) return;
  const delivery = code.channel === "email" ? await byLetter(code) : await byShortMessage(code);
  await noteDelivery(codeId, delivery, now);
}

async function byShortMessage({ codeId, destination, digits }: CodeToSend): Promise<CodeDelivery> {
  const text = translatorFor("id", "notifications")("codes.sms", { digits });
  const result = await sendShortMessage({ reference: codeId, to: destination, text });
  if (result.outcome === "unknown") throw new Error(`the SMS gateway did not take a code: ${result.reason}`);
  return result;
}

async function byLetter({ codeId, holderId, destination, digits }: CodeToSend): Promise<CodeDelivery> {
  const addressee = await findAddressee(holderId as AccountId);
  const locale = addressee?.locale ?? "id";
  const translate = translatorFor(locale, "notifications");
  const subject = translate("codes.subject");
  const letter = writeLetter({
    locale,
    subject,
    greeting: translate("letter.greeting", { name: addressee?.displayName ?? "" }),
    paragraphs: [translate("codes.text", { digits }), translate("codes.warning")],
    closing: [translate("letter.sender"), translate("letter.warning")],
  });
  const result = await sendMail({ to: destination, subject, ...letter, mark: codeId });
  if (result.outcome === "unknown") throw new Error(`the mail server did not take a code: ${result.reason}`);
  return result.outcome === "sent" ? { status: "sent" } : { status: "failed", reason: "mail-refused" };
}
