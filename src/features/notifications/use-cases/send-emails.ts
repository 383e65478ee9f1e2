import { system } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import { translatorFor } from "#i18n/sentences.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import type { MailOutcome } from "#platform/gateways/mail/port.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { log } from "#platform/telemetry/log.ts";
import { EMAIL_TRIES, nextEmailTry } from "../policy.ts";
import { wordsOf } from "../queries.ts";
import { settleEmail, takeDueEmails } from "../repository.ts";
import type { DueEmail } from "../types.ts";

const BATCH = 50;

/** Sends the e-mails that are due; answers how many left. A mail server that is down only puts them off. */
export async function sendEmailsDue(now: Date): Promise<number> {
  const taken = await inOneTransaction(system, async (work) => ok(await takeDueEmails(work.tx, now, BATCH)), {
    now,
  });
  const due = taken.ok ? taken.value : [];
  let sent = 0;
  for (const email of due) {
    const result = await deliver(email);
    await settleEmail(email.id, settlementOf(result, email, now));
    if (result.outcome === "sent") sent += 1;
    else log.warn({ notification: email.id, ...result }, "an e-mail did not leave");
    // Nobody answers: the others wait for the next look instead of a time-out each.
    if (result.outcome === "unknown") break;
  }
  return sent;
}

function settlementOf(result: MailOutcome, { attempts }: DueEmail, now: Date) {
  if (result.outcome === "sent") return { emailedAt: now, emailDueAt: null };
  const isOver = result.outcome === "refused" || attempts >= EMAIL_TRIES;
  return { emailedAt: null, emailDueAt: isOver ? null : nextEmailTry(attempts, now) };
}

async function deliver({ id, participantId, kind, parameters, href }: DueEmail): Promise<MailOutcome> {
  const addressee = await findAddressee(participantId as ParticipantId);
  if (!addressee?.email) return { outcome: "refused", reason: "no address" };
  const { locale, displayName, email } = addressee;
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
  return sendMail({ to: email, subject, ...letter, mark: id });
}
