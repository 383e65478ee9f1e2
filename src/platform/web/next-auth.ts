import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#env.ts";
import { type RateLimit, takePoint } from "./rate-limit.ts";
import { SESSION_SECONDS, sessionCookie, sessionIsSecure } from "./session-cookie.ts";
import { actorOfToken } from "./session-token.ts";

type SignedIn = { readonly id: string; readonly role: string; readonly sessionVersion: number };
/** Whose e-mail and password these are; null when that is nobody who may come in. */
export type Authorize = (email: string, password: string) => Promise<SignedIn | null>;

/** A network address may be a whole village's. */
const LIMIT: RateLimit = { points: 300, seconds: 600 };

declare module "next-auth" {
  interface User {
    readonly role: string;
    readonly sessionVersion: number;
  }
  interface Session {
    role?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    role?: string;
    sessionVersion?: number;
  }
}

/**
 * next-auth over the portal's own sessions: the same cookie, the same secret, the same claims, so that its endpoints
 * (/api/auth/session, /signout, /csrf, /callback/credentials) and the portal's pages speak of one session.
 */
export function authOptions(authorize: Authorize): AuthOptions {
  return {
    secret: env().SESSION_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: sessionIsSecure(),
    pages: { signIn: "/masuk", error: "/masuk" },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: sessionIsSecure() },
      },
    },
    providers: [credentials(authorize)],
    jwt: { decode: decodeLive },
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, role: user.role, sessionVersion: user.sessionVersion } : token,
      session: ({ session, token }) => ({ expires: session.expires, role: token.role }),
    },
    // A session that was ended elsewhere is no fault worth a line in the log.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

function credentials(authorize: Authorize) {
  return CredentialsProvider({
    name: "E-mail",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(given, request) {
      const address = String(request.headers?.["x-client-address"] ?? "unknown");
      if (await takePoint("next-auth", address, LIMIT)) return null;
      const { email, password } = given ?? {};
      return email && password ? authorize(email, password) : null;
    },
  });
}

/** The claims of a session that still counts; a revoked or locked account's cookie is as good as none. */
async function decodeLive({ token = "" }: { readonly token?: string }) {
  const actor = await actorOfToken(token);
  if (actor.role === "visitor") return null;
  return decode({ token, secret: env().SESSION_SECRET });
}
