import { addSeconds, inUtcSeconds } from "#kernel/calendar.ts";
import { below, type Chance } from "#kernel/random.ts";
import type { ToldPurchase, TryOutcome, WebhookEvent, WebhookListener } from "../types/webhooks.ts";

/** Tries of one delivery; with the pauses below they span about two and a half days. */
export const MOST_TRIES = 10;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 12 * 3_600;

export type AfterTry = { readonly state: "delivered" | "given-up" } | { readonly retryAt: Date };

/**
 * What comes after a try: 2xx is delivered; 410 says that nobody listens there any more; everything else is tried again
 * after a pause that grows fourfold, up to twelve hours, and a fifth of it is chance so that receivers that fell over
 * together are not woken together.
 */
export function decideAfterTry(outcome: TryOutcome, tries: number, now: Date, chance: Chance): AfterTry {
  const { status } = outcome;
  if (status !== null && status >= 200 && status < 300) return { state: "delivered" };
  if (status === 410 || tries >= MOST_TRIES) return { state: "given-up" };
  const pause = Math.min(FIRST_PAUSE_SECONDS * 4 ** (tries - 1), LONGEST_PAUSE_SECONDS);
  return { retryAt: addSeconds(now, pause + below(chance, Math.ceil(pause / 5))) };
}

type Telling = {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly at: Date;
  readonly purchase: ToldPurchase;
  readonly listener: WebhookListener;
};

/** The JSON text that is sent. A redeem code is for the provider that will ask for it; a platform knows its invoice. */
export function webhookBody({ id, event, at, purchase, listener }: Telling): string {
  const { invoiceCode, transactionCode, redeemCode, courseCode, scheduleCode, amount } = purchase;
  return JSON.stringify({
    id,
    event,
    created_at: inUtcSeconds(at),
    data: {
      invoice_code: invoiceCode,
      transaction_code: transactionCode,
      ...(listener.kind === "provider" ? { redeem_code: redeemCode } : {}),
      course_code: courseCode,
      schedule_code: scheduleCode,
      amount,
    },
  });
}

/** What is signed: the id and the moment with the text, so that neither can be changed alone. */
export function signedText(id: string, timestamp: string, body: string): string {
  return `${id}.${timestamp}.${body}`;
}
