import { findAddressee, findLinkToSend } from "#features/account/queries.ts";
import type { Addressee } from "#features/account/types.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { signToken } from "#platform/db/token.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { log } from "#platform/telemetry/log.ts";

/** Sends the link that sets a new password, unless it was used in the meantime. Fails, and is tried again, while the mail server is away. */
export async function sendLinkReaction({ tokenId }: { readonly tokenId: string }): Promise<void> {
  const link = await findLinkToSend(tokenId);
  const addressee = link && (await findAddressee(link.accountId));
  if (!addressee) return;
  const path = `/atur-sandi?id=${tokenId}&t=${signToken("reset_password", tokenId)}`;
  await sendOrFail(addressee, "reset_password", path, `${tokenId}.reset_password`);
}

async function sendOrFail(
  { email, displayName, locale }: Addressee,
  letterName: "reset_password",
  path: string,
  mark?: string,
): Promise<void> {
  if (!email) return;
  const translate = translatorFor(locale, "notifications");
  const subject = translate(`links.${letterName}.subject`);
  const letter = writeLetter({
    locale,
    subject,
    greeting: translate("letter.greeting", { name: displayName }),
    paragraphs: [translate(`links.${letterName}.text`), translate(`links.${letterName}.otherwise`)],
    action: { path, label: translate(`links.${letterName}.action`) },
    closing: [translate("letter.sender"), translate("letter.warning")],
  });
  const result = await sendMail({ to: email, subject, ...letter, mark });
  if (result.outcome === "unknown")
    throw new Error(`the mail server did not take a letter: ${result.reason}`);
  if (result.outcome === "refused")
    log.warn({ letterName, reason: result.reason }, "a letter was refused for good");
}
