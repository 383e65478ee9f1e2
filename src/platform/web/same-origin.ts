import { env } from "#env.ts";

/**
 * Whether a request that changes something comes from this portal's own pages. Browsers of today say so in
 * Sec-Fetch-Site; older ones send the Origin. A request that says neither is not believed.
 */
export function isFromOwnPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin) return origin === new URL(env().APP_URL).origin;
  return site === "same-origin";
}
