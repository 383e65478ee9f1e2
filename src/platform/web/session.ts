import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import {
  type Actor,
  isStaff,
  type ParticipantActor,
  type StaffActor,
  visitor,
} from "#authorization/actor.ts";
import { may, type Permission } from "#authorization/permissions.ts";
import { env } from "#env.ts";
import { SESSION_SECONDS, sessionCookie, sessionIsSecure } from "./session-cookie.ts";
import { actorOfToken } from "./session-token.ts";

/** Who asks. Reads the session cookie and the account once a request; a revoked session counts as nobody. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? actorOfToken(token) : visitor;
});

/** Starts a session in this response: a JWT in next-auth's format, so that its endpoints understand it too. */
export async function startSession(account: {
  readonly id: string;
  readonly role: string;
  readonly sessionVersion: number;
}) {
  const token = await encode({
    secret: env().SESSION_SECRET,
    maxAge: SESSION_SECONDS,
    token: { sub: account.id, role: account.role, sessionVersion: account.sessionVersion },
  });
  (await cookies()).set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: sessionIsSecure(),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", {
    httpOnly: true,
    sameSite: "lax",
    secure: sessionIsSecure(),
    path: "/",
    maxAge: 0,
  });
}

/** The signed-in participant, or the way to the sign-in page and back. The only minter of `ParticipantActor` on pages. */
export async function requireParticipant(returnTo?: string): Promise<ParticipantActor> {
  const actor = await currentActor();
  if (actor.role === "participant") return actor;
  if (isStaff(actor)) notFound();
  redirect(returnTo ? `/masuk?kembali=${encodeURIComponent(returnTo)}` : "/masuk");
}

/** The signed-in member of staff with this right; others do not learn that the page exists. */
export async function requireStaff(permission: Permission): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor.role === "visitor") redirect("/masuk");
  if (!isStaff(actor) || !may(actor.role, permission)) notFound();
  return actor;
}
