import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ApplicationRefusal } from "../refusals.ts";
import type { Application } from "../types.ts";

const DAY = 24 * 3600;
/** How long the link to the contact lives, and an application that nobody confirmed is kept, in seconds. */
const LINK_LIFE = 3 * DAY;
const KEPT = 7 * DAY;
/** Letters to one address in a day: whoever types somebody else's address does not fill their box. */
const LETTERS = 3;
/** How long the first link to a password lives; afterwards the sign-in page sends another. */
const FIRST_LINK_LIFE = 3 * DAY;

/** Whether one more letter goes to an address that was sent so many since `lettersSince`. Whoever asks hears the same either way. */
export function isLetterSent(sentInADay: number): boolean {
  return sentInADay < LETTERS;
}

export function lettersSince(now: Date): Date {
  return addSeconds(now, -DAY);
}

export function firstLinkExpiry(now: Date): Date {
  return addSeconds(now, FIRST_LINK_LIFE);
}

/** Unconfirmed applications from before this moment are forgotten. */
export function forgottenBefore(now: Date): Date {
  return addSeconds(now, -KEPT);
}

/** Whether the link of the letter may be used: it is known and young, and nothing of this contact waits already. */
export function decideProof(
  application: Application | null,
  waitsAlready: boolean,
  now: Date,
): Result<Application, ApplicationRefusal> {
  if (!application) return refuse({ code: "application-link-unknown" });
  // Opened twice: it was proven the first time.
  if (application.status !== "unproven") return ok(application);
  if (now > addSeconds(application.createdAt, LINK_LIFE)) return refuse({ code: "application-link-expired" });
  return waitsAlready ? refuse({ code: "application-waits-already" }) : ok(application);
}

/** Whether an operator may decide it: it waits. */
export function decideDecision(application: Application | null): Result<Application, ApplicationRefusal> {
  if (!application || application.status === "unproven") return refuse({ code: "application-unknown" });
  return application.status === "waiting" ? ok(application) : refuse({ code: "application-decided" });
}

/** Whether it may be admitted: its number was not admitted before, and its address has no account. */
export function decideAdmission(facts: {
  readonly isNumberAdmitted: boolean;
  readonly hasAccount: boolean;
}): Result<void, ApplicationRefusal> {
  if (facts.isNumberAdmitted) return refuse({ code: "application-number-admitted" });
  return facts.hasAccount ? refuse({ code: "application-contact-taken" }) : ok();
}

const LONGEST_SLUG = 60;

/** "Balai Karya Sentana" is balai-karya-sentana; a taken one gets the next number. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, "");
  const base = plain || "mitra";
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const slug = `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
