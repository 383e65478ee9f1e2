import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { SignUpRefusal } from "../refusals.ts";
import type { Contact, OpenedLetter, SignUp } from "../types.ts";

/** How long the link of a letter lives, in seconds; its code is shorter-lived. */
const LINK_LIFE = 24 * 3600;
/** How long a sign-up that nobody finished is kept. */
const KEPT = 7 * 24 * 3600;

/** What a code to this contact is for. */
export function purposeOf({ kind }: Contact): "account_email" | "account_phone" {
  return kind === "email" ? "account_email" : "account_phone";
}

/** Whether a sign-up goes on: it is known, and not an account yet. */
export function decideGoingOn(signUp: SignUp | null): Result<OpenSignUp, SignUpRefusal> {
  if (!signUp) return refuse({ code: "sign-up-unknown" });
  const { passwordHash } = signUp;
  return passwordHash === null ? refuse({ code: "sign-up-completed" }) : ok({ ...signUp, passwordHash });
}

export type OpenSignUp = SignUp & { readonly passwordHash: string };

/** Whether the link of a letter may be used: it is young, went to the address that still counts, and is used once. */
export function decideLink(
  letter: OpenedLetter | null,
  signUp: SignUp | null,
  now: Date,
): Result<OpenSignUp, SignUpRefusal> {
  if (!letter || !signUp || letter.address !== signUp.contact.value) return refuse({ code: "link-unknown" });
  const { passwordHash } = signUp;
  if (passwordHash === null) return refuse({ code: "link-used" });
  if (now > addSeconds(letter.sentAt, LINK_LIFE)) return refuse({ code: "link-expired" });
  return ok({ ...signUp, passwordHash });
}

/** Sign-ups that were started before this moment are forgotten. */
export function forgottenBefore(now: Date): Date {
  return addSeconds(now, -KEPT);
}
