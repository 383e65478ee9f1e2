import { translatorFor } from "#i18n/sentences.ts";
import { signToken } from "#platform/db/token.ts";
import { type Letter, writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { log } from "#platform/telemetry/log.ts";
import { findApplication } from "../queries/applications.ts";
import type { Application } from "../types.ts";

/** What the signature of the link to a contact is over. */
export const CONTACT_LINK = "partner-application";

/** Asks the contact of an application to show that the address is theirs. Fails, and is tried again, while the mail server is away. */
export async function sendApplicationLetterReaction({
  applicationId,
}: {
  readonly applicationId: string;
}): Promise<void> {
  const application = await findApplication(applicationId);
  if (application?.status !== "unproven") return;
  const path = `/jadi-mitra/konfirmasi?id=${applicationId}&t=${signToken(CONTACT_LINK, applicationId)}`;
  await send(application, "confirm", { path });
}

/** Tells the contact what the operator decided and why; who was admitted gets the way to a first password. */
export async function tellDecisionReaction({
  applicationId,
  tokenId,
}: {
  readonly applicationId: string;
  readonly tokenId: string | null;
}): Promise<void> {
  const application = await findApplication(applicationId);
  if (!application?.reason) return;
  if (!tokenId) return send(application, "refused", { path: "/jadi-mitra" });
  const path = `/atur-sandi?id=${tokenId}&t=${signToken("reset_password", tokenId)}`;
  await send(application, "approved", { path });
}

async function send(
  { id, email, locale, name, contactName, reason }: Application,
  kind: "confirm" | "approved" | "refused",
  { path }: { readonly path: string },
): Promise<void> {
  const say = translatorFor(locale, "partners");
  const subject = say(`letters.${kind}.subject`, { name });
  const letter: Letter = {
    locale,
    subject,
    greeting: say("letters.greeting", { name: contactName }),
    paragraphs: [
      say(`letters.${kind}.text`, { name }),
      ...(reason ? [say("letters.reason", { reason })] : []),
      say(`letters.${kind}.next`),
    ],
    action: { path, label: say(`letters.${kind}.action`) },
    closing: [say("letters.sender"), say("letters.warning")],
  };
  const result = await sendMail({ to: email, subject, ...writeLetter(letter), mark: `${id}.${kind}` });
  if (result.outcome === "unknown") throw new Error(`a partner's letter was not taken: ${result.reason}`);
  if (result.outcome === "refused") log.warn({ application: id, kind }, "a partner's letter was refused");
}
