import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";

export type CodePurpose =
  | "account_phone"
  | "account_email"
  | "registration_phone"
  | "take_over"
  | "sign_in"
  | "payout_account"
  | "purchase"
  | "presence";

/** "paper": the office writes it down for a person without phone and e-mail. */
export type CodeChannel = "sms" | "email" | "paper";

/** Every "no" to a code; `minutes` is the rest of a pause. */
export type CodeRefusal =
  | { readonly code: "code-wrong"; readonly left: number }
  | { readonly code: "code-expired" }
  | { readonly code: "code-blocked"; readonly minutes: number }
  | { readonly code: "code-send-blocked"; readonly minutes: number }
  | { readonly code: "code-send-soon"; readonly seconds: number };

export type Guard = {
  readonly wrong: number;
  readonly sends: number;
  readonly blockedUntil: Date | null;
  readonly sendBlockedUntil: Date | null;
};

const MINUTE = 60;
const HOUR = 3_600;

/** Seconds a code lives (programme rules, section 3); one on paper is meant for the way home. */
const LIFE: Readonly<Record<CodeChannel, number>> = {
  sms: 5 * MINUTE,
  email: 5 * MINUTE,
  paper: 30 * 24 * HOUR,
};
/** Wrong codes that are forgiven; the next one begins a pause. */
const WRONG = 3;
/** The pause after too many wrong codes, in seconds: a day, an hour for the payout account (section 3). */
const PAUSE: Readonly<Record<CodePurpose, number>> = {
  account_phone: 24 * HOUR,
  account_email: 24 * HOUR,
  registration_phone: 24 * HOUR,
  take_over: 24 * HOUR,
  sign_in: HOUR,
  payout_account: HOUR,
  purchase: HOUR,
  presence: HOUR,
};
/** Times a code is sent before a pause, that pause, and the least time between two, in seconds (section 3). */
const SENDS = { most: 5, pause: 2 * HOUR, gap: MINUTE };

/** Purposes of people whom the portal does not know yet: whoever they say they are, one phone or address is spared. */
const BY_STRANGERS: readonly CodePurpose[] = ["account_phone", "account_email"];

export function codeExpiry(channel: CodeChannel, now: Date): Date {
  return addSeconds(now, LIFE[channel]);
}

/** Whether a code may be sent now, and how the guard stands afterwards: the first one and five resends, then two hours. */
export function decideSend(guard: Guard, lastSentAt: Date | null, now: Date): Result<Guard, CodeRefusal> {
  if (isAhead(guard.blockedUntil, now))
    return refuse({ code: "code-blocked", minutes: minutesTo(guard.blockedUntil, now) });
  if (isAhead(guard.sendBlockedUntil, now))
    return refuse({ code: "code-send-blocked", minutes: minutesTo(guard.sendBlockedUntil, now) });
  const gapEnds = lastSentAt && addSeconds(lastSentAt, SENDS.gap);
  if (gapEnds && gapEnds > now)
    return refuse({ code: "code-send-soon", seconds: Math.ceil((gapEnds.getTime() - now.getTime()) / 1000) });
  const sends = (guard.sendBlockedUntil ? 0 : guard.sends) + 1;
  const isLast = sends > SENDS.most;
  return ok({ ...guard, sends, sendBlockedUntil: isLast ? addSeconds(now, SENDS.pause) : null });
}

/** Codes to one destination that are looked at to spare it, and since when. */
export function lookBack(now: Date): { readonly since: Date; readonly most: number } {
  return { since: addSeconds(now, -SENDS.pause), most: SENDS.most + 1 };
}

/** Whether a phone or address may be sent one more code; `sentAt` are the moments of the last ones, the newest first. */
export function decideDestination(
  purpose: CodePurpose,
  sentAt: readonly Date[],
  now: Date,
): Result<void, CodeRefusal> {
  const sixth = sentAt[lookBack(now).most - 1];
  if (!sixth || !BY_STRANGERS.includes(purpose)) return ok();
  const freeAt = addSeconds(sixth, SENDS.pause);
  return freeAt > now ? refuse({ code: "code-send-blocked", minutes: minutesTo(freeAt, now) }) : ok();
}

/** Whether a code may be tried now. */
export function decideTry(
  guard: Guard,
  code: { readonly expiresAt: Date } | null,
  now: Date,
): Result<void, CodeRefusal> {
  if (isAhead(guard.blockedUntil, now))
    return refuse({ code: "code-blocked", minutes: minutesTo(guard.blockedUntil, now) });
  return code && code.expiresAt >= now ? ok() : refuse({ code: "code-expired" });
}

/** How the guard stands after a wrong code, and what the person is told. */
export function afterWrong(
  guard: Guard,
  purpose: CodePurpose,
  now: Date,
): { guard: Guard; refusal: CodeRefusal } {
  const wrong = (guard.blockedUntil ? 0 : guard.wrong) + 1;
  if (wrong <= WRONG) {
    return {
      guard: { ...guard, wrong, blockedUntil: null },
      refusal: { code: "code-wrong", left: WRONG + 1 - wrong },
    };
  }
  const blockedUntil = addSeconds(now, PAUSE[purpose]);
  return {
    guard: { ...guard, wrong: 0, blockedUntil },
    refusal: { code: "code-blocked", minutes: minutesTo(blockedUntil, now) },
  };
}

function isAhead(moment: Date | null, now: Date): moment is Date {
  return moment !== null && moment > now;
}

function minutesTo(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 60_000));
}
