import { decode } from "next-auth/jwt";
import { type Actor, type StaffRole, visitor } from "#authorization/actor.ts";
import { env } from "#env.ts";
import { type AccountId, type Id, isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { SESSION_SECONDS, STAFF_IDLE_SECONDS } from "./session-cookie.ts";

export type SessionId = Id<"session">;

/** How far a session is: inside, before the second step, or of staff who have no second step yet. */
export type Standing = "inside" | "needs-code" | "needs-set-up";

export type Session = {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly role: "participant" | StaffRole;
  readonly providerSlug: string | null;
  readonly platformSlug: string | null;
  readonly standing: Standing;
};

/** The session behind a token, by one query; null when it is old, forged, ended, or of an account that was locked. */
export async function sessionOfToken(token: string): Promise<Session | null> {
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  const { sub, sid, sessionVersion } = claims ?? {};
  if (!sub || !sid || !isUuid(sub) || !isUuid(sid) || !Number.isInteger(sessionVersion)) return null;
  const [row] = await database().$queryRaw<Row[]>`
    SELECT a.role::text, a.provider_slug AS "providerSlug",
      a.platform_slug AS "platformSlug", f.account_id IS NOT NULL AS "hasFactor",
      s.second_factor_at IS NOT NULL AS "showedFactor", s.last_seen_at < now() - interval '10 minutes' AS "isLongAgo"
    FROM session s
    JOIN account a ON a.id = s.account_id
    LEFT JOIN second_factor f ON f.account_id = a.id AND f.confirmed_at IS NOT NULL
    WHERE s.id = ${sid}::uuid AND s.account_id = ${sub}::uuid AND s.ended_at IS NULL
      AND a.session_version = ${sessionVersion}::int AND a.locked_at IS NULL
      AND s.started_at > now() - make_interval(secs => ${SESSION_SECONDS}::int)
      AND (a.role = 'participant' OR s.last_seen_at > now() - make_interval(secs => ${STAFF_IDLE_SECONDS}::int))`;
  if (!row) return null;
  if (row.isLongAgo) await markSeen(sid);
  return {
    id: sid as SessionId,
    accountId: sub as AccountId,
    role: row.role,
    providerSlug: row.providerSlug,
    platformSlug: row.platformSlug,
    standing: standingOf(row),
  };
}

/** Who asks. A session that waits for its second step is a visitor to everybody but the pages of that step. */
export function actorOfSession(session: Session | null): Actor {
  if (session?.standing !== "inside") return visitor;
  const { accountId, role, providerSlug, platformSlug } = session;
  return role === "participant"
    ? { role, participantId: accountId as string as ParticipantId }
    : { role, accountId, providerSlug, platformSlug };
}

/** The actor behind a session token; a visitor when the session counts for nothing. */
export async function actorOfToken(token: string): Promise<Actor> {
  return actorOfSession(await sessionOfToken(token));
}

/** The person leaves: the session is over on every copy of its cookie. */
export async function endSessionRow(id: string): Promise<void> {
  await database()
    .$executeRaw`UPDATE session SET ended_at = now() WHERE id = ${id}::uuid AND ended_at IS NULL`;
}

type Row = {
  readonly role: Session["role"];
  readonly providerSlug: string | null;
  readonly platformSlug: string | null;
  readonly hasFactor: boolean;
  readonly showedFactor: boolean;
  readonly isLongAgo: boolean;
};

function standingOf({ role, hasFactor, showedFactor }: Row): Standing {
  if (hasFactor) return showedFactor ? "inside" : "needs-code";
  return role === "participant" ? "inside" : "needs-set-up";
}

/** At most one write in ten minutes, however many pages are opened. */
async function markSeen(id: string): Promise<void> {
  await database().$executeRaw`
    UPDATE session SET last_seen_at = now()
    WHERE id = ${id}::uuid AND last_seen_at < now() - interval '10 minutes'`;
}
