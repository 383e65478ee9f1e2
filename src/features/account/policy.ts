import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AccountRefusal } from "./refusals.ts";
import type { Credentials, EmailToken, EmailTokenPurpose } from "./types.ts";

/** How long a link lives, in seconds: a day to verify, an hour to choose a new password. */
const LINK_SECONDS: Record<EmailTokenPurpose, number> = { verify_email: 24 * 3600, reset_password: 3600 };

export function linkExpiry(purpose: EmailTokenPurpose, now: Date): Date {
  return addSeconds(now, LINK_SECONDS[purpose]);
}

/** Whether someone who typed this may come in. Says the same for an unknown address and a wrong password. */
export function decideSignIn(
  account: Credentials | null,
  passwordIsRight: boolean,
): Result<Credentials, AccountRefusal> {
  if (!account || !passwordIsRight) return refuse({ code: "sign-in-wrong" });
  if (account.lockedAt) return refuse({ code: "account-locked" });
  if (!account.emailVerifiedAt) return refuse({ code: "email-not-verified" });
  return ok(account);
}

/** Whether a link from an e-mail may still be used. */
export function decideLink(link: EmailToken | null, now: Date): Result<EmailToken, AccountRefusal> {
  if (!link) return refuse({ code: "link-unknown" });
  if (link.usedAt) return refuse({ code: "link-used" });
  return now > link.expiresAt ? refuse({ code: "link-expired" }) : ok(link);
}
