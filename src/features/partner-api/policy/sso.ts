import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ConsentRefusal, SsoRefusal } from "../refusals/sso.ts";
import type { Consent, ConsentRequest, ShownMark, SsoClient } from "../types/sso.ts";

/** Seconds that a code is good for: a browser's way back, no more. */
export const CODE_SECONDS = 120;
/** Seconds that an access token is good for. */
export const ACCESS_SECONDS = 3_600;
/** Seconds that a refresh token is good for; each use gives a new one. */
export const REFRESH_SECONDS = 30 * 24 * 3_600;

/**
 * Whether a person may be asked this: the application is known, the way back is one that it registered (whole address
 * without the query), and the way for people who decline leads to the same host.
 */
export function decideConsent(
  client: SsoClient | null,
  request: ConsentRequest,
): Result<Consent, ConsentRefusal> {
  if (!client) return refuse({ code: "sso-client-unknown" });
  if (!client.redirectUris.includes(withoutQuery(request.redirectUri))) {
    return refuse({ code: "sso-address-foreign" });
  }
  const hosts = client.redirectUris.map((address) => new URL(address).origin);
  if (request.loginUri && !hosts.includes(new URL(request.loginUri).origin)) {
    return refuse({ code: "sso-address-foreign" });
  }
  return ok({ client, request });
}

/** What a code or refresh token that was shown leads to: its grant goes on, or ends because it was shown before. */
export type ShownOnce = { readonly grant: ShownMark["grant"]; readonly wasUsed: boolean };

/**
 * A code or refresh token works once, for the application that it was made for, while the person has not ended it.
 * One that is shown a second time was seen by somebody else: what came of it ends.
 */
export function decideOnce<Code extends SsoRefusal["code"]>(
  shown: ShownMark | null,
  clientCode: string,
  now: Date,
  code: Code,
): Result<ShownOnce, { readonly code: Code }> {
  if (!shown || shown.grant.clientCode !== clientCode) return refuse({ code });
  const { grant, usedAt, expiresAt } = shown;
  if (grant.hasEnded || grant.isLocked) return refuse({ code });
  if (usedAt) return ok({ grant, wasUsed: true });
  return expiresAt <= now ? refuse({ code }) : ok({ grant, wasUsed: false });
}

/** Whether an access token still lets this application read. */
export function decideRead(
  shown: ShownMark | null,
  clientCode: string,
  now: Date,
): Result<ShownMark["grant"], SsoRefusal> {
  const isGood =
    shown &&
    shown.grant.clientCode === clientCode &&
    !shown.grant.hasEnded &&
    !shown.grant.isLocked &&
    shown.expiresAt > now;
  return isGood ? ok(shown.grant) : refuse({ code: "sso-token-not-valid" });
}

/** The address with these added to whatever query it has. */
export function withQuery(address: string, values: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}

function withoutQuery(address: string): string {
  return address.split("?", 1)[0] ?? address;
}
