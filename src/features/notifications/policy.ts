import { addSeconds, dayInWib } from "#kernel/calendar.ts";
import type { NotificationKind } from "./types.ts";

/** After so many tries a message is given up; it stays on the person's page. */
export const MESSAGE_TRIES = 8;

/** When a message that is being tried for the nth time is tried again if nothing is heard: 1, 2, 4 ... 128 minutes. */
export function nextTry(attempt: number, now: Date): Date {
  return addSeconds(now, 60 * 2 ** (attempt - 1));
}

/** What is worth a short message: there is something to do by a day, or it is about being in and about money. */
const IMPORTANT: readonly NotificationKind[] = [
  "verificationFinished",
  "appealTurnedDown",
  "recipientDetermined",
  "entryNotSelected",
  "objectionAnswered",
  "balanceOpened",
  "deadlineNear",
  "surveyOpened",
  "incentiveHeld",
  "membershipRevoked",
];

type Reachable = {
  readonly email: string | null;
  readonly isEmailBroken: boolean;
  readonly phone: string | null;
};

/** How a person is told: by letter, by a short message where there is no address or its letters come back, or only on the page. */
export function channelTo(
  { email, isEmailBroken, phone }: Reachable,
  kind: NotificationKind,
): "email" | "sms" | null {
  if (email && !(isEmailBroken && phone)) return "email";
  return phone && IMPORTANT.includes(kind) ? "sms" : null;
}

/** The result of a wave goes out both ways: whoever waits for it may look at one of them only. */
const BOTH_WAYS: readonly NotificationKind[] = ["recipientDetermined", "entryNotSelected"];

/** Whether a short message goes out beside the letter. */
export function goesBothWays({ email, phone }: Reachable, kind: NotificationKind): boolean {
  return email !== null && phone !== null && BOTH_WAYS.includes(kind);
}

/** What may rightly be told again with the same facts on another day: the person repaired it, and it failed again. */
const RECURRING: readonly NotificationKind[] = [
  "verificationFinished",
  "appealTurnedDown",
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
