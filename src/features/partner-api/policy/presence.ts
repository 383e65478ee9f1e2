import { ok, type Result, refuse } from "#kernel/result.ts";
import type { PresenceFacts, PresenceRefusal } from "../types/presence.ts";
import { returnAddress } from "./redeeming.ts";

/** Whether a request may be used now by this person; null is somebody who is not signed in, and a training code asks for nobody. */
export function decideRequest(
  request: PresenceFacts | null,
  participantId: string | null,
  now: Date,
): Result<PresenceFacts, PresenceRefusal> {
  if (!request) return refuse({ code: "presence-unknown" });
  if (request.participantId !== null && request.participantId !== participantId) {
    return refuse({ code: "presence-foreign" });
  }
  if (request.usedAt) return refuse({ code: "presence-used" });
  return now > request.expiresAt ? refuse({ code: "presence-expired" }) : ok(request);
}

/** Back to the provider, with what it asked for and whether presence was shown; it trusts only what it asks for itself. */
export function wayBack(state: string, request: PresenceFacts, isPresent: boolean): string {
  const { redirectUri, redeemCode, sequence } = request;
  return returnAddress(redirectUri, { state, redeem_code: redeemCode, sequence, status: isPresent ? 1 : 0 });
}
