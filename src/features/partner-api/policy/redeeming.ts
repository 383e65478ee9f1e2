import { ok, type Result, refuse } from "#kernel/result.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { POST_TEST, type Redeemable } from "../types/redeemable.ts";

const LAST_STAGE = 10;

type Decided<Value = Redeemable> = Result<Value, PartnerRefusal>;

/** Whether this provider may ask about this code: known, its own, and neither cancelled nor forfeited. */
export function decideCode(found: Redeemable | null, providerSlug: string): Decided {
  if (!found) return refuse({ code: "ERRRDM40001" });
  if (found.providerSlug !== providerSlug) return refuse({ code: "ERRRDM40003" });
  if (found.status === "forfeited" || found.isCalledOff) return refuse({ code: "ERRRDM40004" });
  if (found.status === "cancelled") return refuse({ code: "ERRRDM40005" });
  return ok(found);
}

/** A part of a training by its number; 1 where none was said. Numbers written as text are read. */
export function decideSequence(sent: unknown): Decided<number> {
  const number = typeof sent === "string" && /^\d{1,3}$/.test(sent.trim()) ? Number(sent) : (sent ?? 1);
  if (typeof number !== "number" || !Number.isInteger(number)) return refuse({ code: "ERRRDM40008" });
  const isPart = (number >= 1 && number <= LAST_STAGE) || number === POST_TEST;
  return isPart ? ok(number) : refuse({ code: "ERRRDM40008" });
}

/** Whether the code may be declared used now, once (programme rules, section 6). */
export function decideUse(found: Redeemable, now: Date): Decided {
  if (isUsed(found)) return refuse({ code: "ERRRDM40006" });
  if (now < found.redeemFrom || now > found.redeemBy) return refuse({ code: "ERRRDM40007" });
  return ok(found);
}

export function isUsed({ status }: Redeemable): boolean {
  return status === "redeemed" || status === "finished";
}

/**
 * Whether presence at this part may be shown on the portal's page now: online trainings only, stages in their order, each
 * once, and the first within the code's window because it uses the code.
 */
export function decidePresence(found: Redeemable, sequence: number, now: Date): Decided {
  if (!mayBeShownOnline(found, sequence)) return refuse({ code: "ERRRDM40002" });
  if (found.present.includes(sequence)) return refuse({ code: "ERRRDM40011" });
  const before = sequence === POST_TEST ? 1 : sequence - 1;
  if (found.mode === "self_paced" && sequence > 1 && !found.present.includes(before)) {
    return refuse({ code: "ERRRDM40012" });
  }
  return isUsed(found) ? ok(found) : decideUse(found, now);
}

/** At a place people are seen by the trainer, who declares the code used; a webinar has one part and the post-test. */
function mayBeShownOnline({ mode }: Redeemable, sequence: number): boolean {
  if (mode === "face_to_face") return false;
  return mode === "self_paced" || sequence === 1 || sequence === POST_TEST;
}

/** Whether an address was registered: the whole of it but the query. */
export function decideReturn(redirectUri: string, registered: readonly string[]): Decided<string> {
  const [address = "", fragment] = redirectUri.split("#", 2);
  const isKnown = fragment === undefined && registered.includes(address.split("?", 1)[0] ?? "");
  return isKnown ? ok(redirectUri) : refuse({ code: "ERRRDM40010" });
}

/** The address to go back to: its own query stays as it is, and ours comes after it. */
export function returnAddress(redirectUri: string, added: Readonly<Record<string, string | number>>): string {
  const joint = redirectUri.includes("?") ? (/[?&]$/.test(redirectUri) ? "" : "&") : "?";
  const pairs = Object.entries(added).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return redirectUri + joint + pairs.join("&");
}
