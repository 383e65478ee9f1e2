import { findCodeReader } from "#features/account/queries/sign-up.ts";
import type { CodeReader } from "#features/account/types.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { sendMail } from "#platform/gateways/mail/smtp.ts";
import { sendShortMessage } from "#platform/gateways/sms/http.ts";
import {
  type CodeDelivery,
  type CodeToSend,
  findCodeToSend,
  noteDelivery,
} from "#platform/one-time-code/delivery.ts";
import { type CodeLetter, codeLetter, codeMessage } from "../queries/code-words.ts";

/**
 * Sends a one-time code by its channel and writes down where it is. While the gateway is away the reaction fails and is
 * tried again under the same reference, so that nothing goes out twice; a code that is too late by then is left.
 */
export async function sendCodeReaction({ codeId }: { readonly codeId: string }): Promise<void> {
  const now = await programmeNow();
  const code = await findCodeToSend(codeId);
  const reader = code && (await findCodeReader(code));
  if (!code || !reader) return;
  // The link of a sign-up's letter outlives its code.
  const isWorthless = code.expiresAt <= now && code.purpose !== "account_email";
  if (isWorthless) return noteDelivery(codeId, { status: "failed", reason: "too-late" }, now);
  if (code.channel === "sms") return sendMessage(code, reader, now);
  if (code.channel === "email") return sendLetter(code, codeLetter(code, reader), now);
}

async function sendMessage(code: CodeToSend, reader: CodeReader, now: Date): Promise<void> {
  const { codeId, destination } = code;
  const text = codeMessage(code, reader);
  const result = await sendShortMessage({ reference: codeId, to: destination, text });
  if (result.outcome === "unknown") throw new Error(`the SMS gateway did not take a code: ${result.reason}`);
  await noteDelivery(codeId, result, now);
}

async function sendLetter({ codeId, destination }: CodeToSend, letter: CodeLetter, now: Date): Promise<void> {
  const result = await sendMail({ to: destination, ...letter, mark: codeId });
  if (result.outcome !== "unknown") return noteDelivery(codeId, deliveryOf(result), now);
  if (result.bounce) await noteDelivery(codeId, { status: "queued", reason: result.bounce }, now);
  throw new Error(`the mail server did not take a code: ${result.reason}`);
}

type Settled = Exclude<Awaited<ReturnType<typeof sendMail>>, { readonly outcome: "unknown" }>;

function deliveryOf(result: Settled): CodeDelivery {
  return result.outcome === "sent" ? { status: "sent" } : { status: "failed", reason: result.bounce };
}
