import { decode } from "next-auth/jwt";
import { type Actor, visitor } from "#authorization/actor.ts";
import { env } from "#env.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";

/** The actor behind a session token; a visitor when it is old, forged, or of an account that was locked. */
export async function actorOfToken(token: string): Promise<Actor> {
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  if (!claims?.sub) return visitor;
  const account = await database().account.findUnique({
    where: { id: claims.sub },
    select: { id: true, role: true, sessionVersion: true, providerSlug: true },
  });
  if (!account || account.sessionVersion !== claims.sessionVersion) return visitor;
  return account.role === "participant"
    ? { role: "participant", participantId: account.id as ParticipantId }
    : { role: account.role, accountId: account.id as AccountId, providerSlug: account.providerSlug };
}
