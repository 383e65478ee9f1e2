import { system } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import { formatDay, formatNumber } from "#i18n/format.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { log } from "#platform/telemetry/log.ts";
import { findHead } from "../queries/journal.ts";
import { type DueLetter, settleLetter, takeDueLetters } from "../repository.ts";

const BATCH = 20;
/** Tries of one letter, and the seconds between two. */
const TRIES = 12;
const PAUSE_SECONDS = 900;

/**
 * Sends the day's head to every auditor, so that whoever owns the database cannot make all copies of it agree. Once a
 * day and auditor; a mail server that is down only puts it off. Says how many left.
 */
export async function sendHeadsDue(now: Date): Promise<number> {
  const taken = await inOneTransaction(
    system,
    async (work) => ok(await takeDueLetters(work.tx, now, BATCH)),
    {
      now,
    },
  );
  let sent = 0;
  for (const letter of taken.ok ? taken.value : []) {
    const result = await deliver(letter);
    const isOver = result.outcome !== "unknown" || letter.attempts >= TRIES;
    const isSent = result.outcome === "sent";
    if (!isSent) log.warn({ day: letter.day, ...result }, "a head did not reach an auditor");
    await settleLetter(letter, {
      sentAt: isSent ? now : null,
      dueAt: isOver ? null : addSeconds(now, PAUSE_SECONDS),
    });
    if (isSent) sent += 1;
    else if (result.outcome === "unknown") break;
  }
  return sent;
}

async function deliver({ day, accountId }: DueLetter) {
  const [auditor, head] = [await findAddressee(accountId as AccountId), await findHead(day)];
  if (!auditor?.email || !head) return { outcome: "refused", reason: "gone" } as const;
  const { locale, email } = auditor;
  const t = translatorFor(locale, "accounting");
  const subject = t("letter.subject", { day });
  const letter = writeLetter({
    locale,
    subject,
    greeting: t("letter.greeting", { name: auditor.displayName }),
    paragraphs: [
      t("letter.text", {
        day: formatDay(new Date(head.signedAt), locale),
        number: formatNumber(head.number, locale),
      }),
      `${t("letter.hash")}: ${head.hash}`,
      `${t("letter.signature", { key: head.keyId })}: ${head.signature}`,
      t("letter.keep"),
    ],
    action: { path: "/buku-besar", label: t("letter.action") },
    closing: [t("letter.sender")],
  });
  return sendMail({ to: email, subject, ...letter, mark: `ledger-head.${day}.${accountId}` });
}
