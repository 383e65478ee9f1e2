import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { KeyRefusal } from "../refusals.ts";
import type { KeyState } from "../types/key.ts";

/** How long the key before still signs after a rotation, in seconds. */
const FORMER_LIFE = 24 * 3600;
/** How long a new key is shown, in seconds, where nobody says that it is kept. */
const SHOWN = 15 * 60;
/** Clients of one partner that count at a time. */
const CLIENTS = 5;

export function formerKeyUntil(now: Date): Date {
  return addSeconds(now, FORMER_LIFE);
}

export function shownUntil(now: Date): Date {
  return addSeconds(now, SHOWN);
}

/** Whether a partner that has so many clients may have one more. */
export function decideNewClient(active: number): Result<void, KeyRefusal> {
  return active >= CLIENTS ? refuse({ code: "key-enough", most: CLIENTS }) : ok();
}

/** Whether a client may be changed: it is the partner's own, and was not revoked. */
export function decideChange(client: KeyState | null): Result<KeyState, KeyRefusal> {
  if (!client) return refuse({ code: "key-unknown" });
  return client.isRevoked ? refuse({ code: "key-revoked" }) : ok(client);
}

/** Whether its key may be rotated now: not while the last new one still waits to be kept, or the one in use would be lost. */
export function decideRotation(client: KeyState | null, now: Date): Result<KeyState, KeyRefusal> {
  const change = decideChange(client);
  if (!change.ok) return change;
  const { signKeyShownUntil } = change.value;
  return signKeyShownUntil && signKeyShownUntil > now ? refuse({ code: "key-not-kept" }) : change;
}
