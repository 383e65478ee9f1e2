import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { type Actor, isStaff, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { may, type Permission } from "#authorization/permissions.ts";
import { env } from "#env.ts";
import { cookieOptions, SESSION_SECONDS, sessionCookie } from "./session-cookie.ts";
import { actorOfSession, endSessionRow, type Session, sessionOfToken } from "./session-token.ts";

/** This browser's session, whatever it is worth yet. Reads the cookie and the books once a request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? sessionOfToken(token) : null;
});

/** Who asks. A session that ended, or that waits for its second step, counts as nobody. */
export async function currentActor(): Promise<Actor> {
  return actorOfSession(await currentSession());
}

export type StartedSession = {
  readonly id: string;
  readonly role: string;
  readonly sessionVersion: number;
  readonly sessionId: string;
};

/** The claims of a session as next-auth's format carries them, so that its endpoints understand it too. */
export function sessionToken({ id, role, sessionVersion, sessionId }: StartedSession): Promise<string> {
  return encode({
    secret: env().SESSION_SECRET,
    maxAge: SESSION_SECONDS,
    token: { sub: id, role, sessionVersion, sid: sessionId },
  });
}

/** Hands this browser a session whose row was written by the command that started it. */
export async function startSession(session: StartedSession): Promise<void> {
  (await cookies()).set(sessionCookie(), await sessionToken(session), cookieOptions(SESSION_SECONDS));
}

/** Ends this browser's session, in the books and in the browser. */
export async function endSession(): Promise<void> {
  const session = await currentSession();
  if (session) await endSessionRow(session.id);
  (await cookies()).set(sessionCookie(), "", cookieOptions(0));
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
