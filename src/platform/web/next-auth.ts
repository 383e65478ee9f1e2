import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import { env } from "#env.ts";
import { cookieOptions, SESSION_SECONDS, sessionCookie, sessionIsSecure } from "./session-cookie.ts";
import { actorOfToken, endSessionRow } from "./session-token.ts";

declare module "next-auth" {
  interface Session {
    role?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role?: string;
    sessionVersion?: number;
    /** The session's row. */
    sid?: string;
  }
}

/**
 * next-auth over the portal's own sessions: the same cookie, the same secret, the same claims, so that its endpoints
 * (/api/auth/session, /signout, /csrf) and the portal's pages speak of one session. It has no provider: whoever
 * comes in comes through the sign-in form, its lock-out and its second step.
 */
export function authOptions(): AuthOptions {
  return {
    secret: env().SESSION_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: sessionIsSecure(),
    pages: { signIn: "/masuk", error: "/masuk" },
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookieOptions(SESSION_SECONDS) },
    },
    providers: [],
    jwt: { decode: decodeLive },
    callbacks: {
      session: ({ session, token }) => ({ expires: session.expires, role: token.role }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sid) await endSessionRow(token.sid);
      },
    },
    // A session that was ended elsewhere is no fault worth a line in the log.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** The claims of a session that counts; one that ended or waits for its second step is as good as none. */
async function decodeLive({ token = "" }: { readonly token?: string }) {
  const actor = await actorOfToken(token);
  if (actor.role === "visitor") return null;
  return decode({ token, secret: env().SESSION_SECRET });
}
