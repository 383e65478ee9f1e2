import { env } from "#env.ts";

export const SESSION_SECONDS = 12 * 3600;

export function sessionIsSecure(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** The cookie's name; `__Host-` where the portal is served over https. */
export function sessionCookie(): string {
  return sessionIsSecure() ? "__Host-sesi" : "sesi";
}
