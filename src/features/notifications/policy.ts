import { addSeconds, dayInWib } from "#kernel/calendar.ts";
import type { NotificationKind } from "./types.ts";

/** After so many tries an e-mail is given up; the message stays on the person's page. */
export const EMAIL_TRIES = 8;

/** When an e-mail that is being tried for the nth time is tried again if nothing is heard: 1, 2, 4 ... 128 minutes. */
export function nextEmailTry(attempt: number, now: Date): Date {
  return addSeconds(now, 60 * 2 ** (attempt - 1));
}

/** What may rightly be told again with the same facts on another day: the person repaired it, and it failed again. */
const RECURRING: readonly NotificationKind[] = [
  "verificationFinished",
  "incentiveHeld",
  "payoutAccountChecked",
];

/**
 * What makes a message the same message. Events arrive at least once, so the id is made of this text: the second
 * arrival writes nothing.
 */
export function identityOf(
  kind: NotificationKind,
  payload: Readonly<Record<string, unknown>>,
  now: Date,
): string {
  const facts = Object.entries(payload).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([kind, facts, RECURRING.includes(kind) ? dayInWib(now) : null]);
}
