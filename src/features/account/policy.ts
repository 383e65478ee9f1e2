import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AccountRefusal } from "./refusals.ts";
import type { EmailToken, EmailTokenPurpose } from "./types.ts";

/** How long a link lives, in seconds: a day to verify, an hour to choose a new password. */
const LINK_SECONDS: Record<EmailTokenPurpose, number> = { verify_email: 24 * 3600, reset_password: 3600 };

export function linkExpiry(purpose: EmailTokenPurpose, now: Date): Date {
  return addSeconds(now, LINK_SECONDS[purpose]);
}

/** Whether a link from an e-mail may still be used. */
export function decideLink(link: EmailToken | null, now: Date): Result<EmailToken, AccountRefusal> {
  if (!link) return refuse({ code: "link-unknown" });
  if (link.usedAt) return refuse({ code: "link-used" });
  return now > link.expiresAt ? refuse({ code: "link-expired" }) : ok(link);
}
