import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AccessRefusal } from "../refusals.ts";
import type { ContactChange, Identifier, PresentContact } from "../types.ts";

/** How long a change waits for its code, in seconds; after that the password is asked for again. */
const OPEN_FOR = 24 * 3600;

/** Whether this contact may be proven: one that the account has and has not proven may. */
export function decideNewContact(wanted: Identifier, present: PresentContact): Result<void, AccessRefusal> {
  return present.isProven && present.value === wanted.value ? refuse({ code: "contact-same" }) : ok();
}

/** Whether a change still waits for its code. */
export function decideOpenChange(
  change: ContactChange | null,
  now: Date,
): Result<ContactChange, AccessRefusal> {
  return change && change.startedAt > openSince(now) ? ok(change) : refuse({ code: "contact-change-over" });
}

/** Changes that were started up to this moment wait no longer. */
export function openSince(now: Date): Date {
  return addSeconds(now, -OPEN_FOR);
}
