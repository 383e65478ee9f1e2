import { env } from "#env.ts";

/** A session ends half a day after its start, whoever it is. */
export const SESSION_SECONDS = 12 * 3600;
/** A member of the staff who does nothing for two hours has left. */
export const STAFF_IDLE_SECONDS = 2 * 3600;

export function sessionIsSecure(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** The cookie's name; `__Host-` where the portal is served over https. */
export function sessionCookie(): string {
  return cookieName("sesi");
}

export function cookieName(word: string): string {
  return sessionIsSecure() ? `__Host-${word}` : word;
}

/** Out of the reach of scripts, of other sites' forms, and of plain http where the portal has https. */
export function cookieOptions(maxAge: number) {
  return { httpOnly: true, sameSite: "lax", secure: sessionIsSecure(), path: "/", maxAge } as const;
}
