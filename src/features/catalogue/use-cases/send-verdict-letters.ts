import { findAddressee } from "#features/account/queries.ts";
import { translatorFor } from "#i18n/sentences.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { type Letter, writeLetter } from "#platform/gateways/mail/letter.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { log } from "#platform/telemetry/log.ts";
import { findVerdict } from "../queries/verdict.ts";
import type { Verdict } from "../types/authoring.ts";

type Judged = { readonly courseId: string; readonly version: number };

/**
 * Tells everybody who speaks for the provider what became of the version that it handed in, and what is to be mended.
 * Fails, and is tried again, while the mail server is away: a letter that comes twice has the same mark.
 */
export async function tellVerdictReaction(judged: Judged): Promise<void> {
  const verdict = await findVerdict(judged.courseId, judged.version);
  if (!verdict) return;
  let away: string | null = null;
  for (const reader of verdict.readers) away = (await send(judged, verdict, reader)) ?? away;
  if (away) throw new Error(`a verdict on a course was not taken: ${away}`);
}

/** Why the letter is to be tried again; null when it left, or never will. */
async function send(
  { courseId, version }: Judged,
  verdict: Verdict,
  reader: AccountId,
): Promise<string | null> {
  const addressee = await findAddressee(reader);
  if (!addressee?.email || addressee.isEmailBroken) return null;
  const { email, locale, displayName } = addressee;
  const { title, note } = verdict;
  const say = translatorFor(locale, "catalogue");
  const kind = verdict.isApproved ? "approved" : "returned";
  const subject = say(`letters.${kind}.subject`, { title });
  const next = verdict.isApproved && !verdict.isOffered ? "notOffered" : "next";
  const letter: Letter = {
    ...{ locale, subject, greeting: say("letters.greeting", { name: displayName }) },
    paragraphs: [
      say(`letters.${kind}.text`, { title, version }),
      ...(note ? [say(`letters.${kind}.note`, { note })] : []),
      next === "notOffered" ? say("letters.approved.notOffered") : say(`letters.${kind}.next`),
    ],
    action: { path: `/lembaga/pelatihan/${courseId}`, label: say("letters.action") },
    closing: [say("letters.sender"), say("letters.warning")],
  };
  const mark = `course-verdict.${courseId}.${version}.${reader}`;
  const result = await sendMail({ to: email, subject, ...writeLetter(letter), mark });
  if (result.outcome === "unknown") return result.reason;
  if (result.outcome === "refused") log.warn({ courseId, version }, "a verdict on a course was refused");
  return null;
}
