import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AccessRefusal } from "./refusals.ts";
import type { Credentials, Failures, Holder, ResetLink, Standing, TypedCode } from "./types.ts";

const MINUTE = 60;
/** So many failures in so long begin a pause; each pause in a row is twice as long, up to an hour. */
const FAILURES = 8;
const WINDOW = 15 * MINUTE;
const PAUSE = { first: 15 * MINUTE, longest: 60 * MINUTE };
/** After a day without failures the pauses start small again. */
const FORGIVEN_AFTER = 24 * 60 * MINUTE;

/** How long a link that sets a new password lives, in seconds. */
const RESET_LINK_LIFE = 3600;
/** Ways back in that one contact or NIK is sent in an hour. */
const RECOVERIES = 5;
/** Passkeys of one account. */
const PASSKEYS = 10;

export function resetLinkExpiry(now: Date): Date {
  return addSeconds(now, RESET_LINK_LIFE);
}

/** Whether another attempt is looked at now. */
export function decideAttempt(guard: Failures | null, now: Date): Result<void, AccessRefusal> {
  if (!guard?.blockedUntil || guard.blockedUntil <= now) return ok();
  const minutes = Math.max(1, Math.ceil((guard.blockedUntil.getTime() - now.getTime()) / 60_000));
  return refuse({ code: "access-paused", minutes });
}

/** How a guard stands after one more failure. */
export function afterFailure(guard: Failures | null, now: Date): Failures {
  const isOld = !guard || addSeconds(guard.windowStartedAt, WINDOW) <= now;
  const isForgiven = !guard || addSeconds(guard.blockedUntil ?? guard.windowStartedAt, FORGIVEN_AFTER) <= now;
  const pauses = isForgiven ? 0 : guard.pauses;
  const failures = (isOld ? 0 : guard.failures) + 1;
  const windowStartedAt = isOld ? now : guard.windowStartedAt;
  if (failures < FAILURES)
    return { failures, windowStartedAt, blockedUntil: guard?.blockedUntil ?? null, pauses };
  const seconds = Math.min(PAUSE.first * 2 ** pauses, PAUSE.longest);
  return { failures: 0, windowStartedAt: now, blockedUntil: addSeconds(now, seconds), pauses: pauses + 1 };
}

/** Whether someone who typed this may come in. Says the same of an unknown contact and of a wrong password. */
export function decideSignIn(
  account: Credentials | null,
  passwordIsRight: boolean,
): Result<Credentials, AccessRefusal> {
  if (!account || !passwordIsRight) return refuse({ code: "sign-in-wrong" });
  if (account.lockedAt) return refuse({ code: "account-locked" });
  return account.isVerified ? ok(account) : refuse({ code: "contact-not-verified" });
}

/** Where a fresh session stands: a second step is asked of whoever has one, and staff must have one. */
export function standingOf(account: Pick<Credentials, "role" | "hasSecondFactor">): Standing {
  if (account.hasSecondFactor) return "needs-code";
  return account.role === "participant" ? "inside" : "needs-set-up";
}

/** Whether a code of the second step is right, and was not taken before. */
export function decideCode(
  typed: TypedCode,
  lastStep: number | null,
): Result<NonNullable<TypedCode>, AccessRefusal> {
  if (!typed) return refuse({ code: "second-step-wrong" });
  if ("step" in typed && lastStep !== null && typed.step <= lastStep)
    return refuse({ code: "second-step-used" });
  return ok(typed);
}

/** Whether this session may set up an authenticator: one inside, or that of staff who have none yet. */
export function decideSetUp(holder: Holder | null): Result<Holder, AccessRefusal> {
  return holder && holder.standing !== "needs-code" ? ok(holder) : refuse({ code: "session-over" });
}

/** Staff keep their second step; people may do without. */
export function decideSwitchOff(role: Credentials["role"]): Result<void, AccessRefusal> {
  return role === "participant" ? ok() : refuse({ code: "second-step-compulsory" });
}

/** Whether a link that sets a new password may still be used. */
export function decideLink(link: ResetLink | null, now: Date): Result<ResetLink, AccessRefusal> {
  if (!link) return refuse({ code: "link-unknown" });
  if (link.usedAt) return refuse({ code: "link-used" });
  return now > link.expiresAt ? refuse({ code: "link-expired" }) : ok(link);
}

/** Whether one more way back in is sent; the page says the same either way. */
export function isRecoverySent(askedInTheLastHour: number): boolean {
  return askedInTheLastHour < RECOVERIES;
}

export function decideAnotherPasskey(count: number): Result<void, AccessRefusal> {
  return count < PASSKEYS ? ok() : refuse({ code: "passkeys-enough" });
}
