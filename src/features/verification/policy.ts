import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { VerificationRefusal } from "./refusals.ts";
import type { RegisterAgreement } from "./types.ts";

/** Whether the register agrees with everything; if not, the first thing to mend. */
export function decideVerification(agreement: RegisterAgreement): Result<void, VerificationRefusal> {
  if (!agreement.exists) return refuse({ code: "verification-nik-unknown" });
  if (!agreement.familyCard) return refuse({ code: "verification-family-card-differs" });
  if (!agreement.name) return refuse({ code: "verification-name-differs" });
  if (!agreement.birthDate) return refuse({ code: "verification-birth-date-differs" });
  return agreement.mother ? ok() : refuse({ code: "verification-mother-differs" });
}

/** Seconds: the first pause, and the longest. */
const PAUSE = { first: 15, longest: 3600 };

/**
 * When the register is asked again if this attempt (from 1) brings no answer. Pauses double up to an hour; `jitter` in
 * [0, 1) spreads people who wait for the same fault over a fifth of the pause.
 */
export function nextAttemptAt(now: Date, attempt: number, jitter: number): Date {
  const pause = Math.min(PAUSE.first * 2 ** (attempt - 1), PAUSE.longest);
  return addSeconds(now, Math.round(pause * (1 + jitter / 5)));
}
