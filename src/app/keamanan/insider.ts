import { redirect } from "next/navigation";
import { currentSession } from "#platform/web/session.ts";
import type { Session } from "#platform/web/session-token.ts";

/** The session of somebody who is inside, whoever it is; the others are shown the way. */
export async function requireInsider(): Promise<Session> {
  const session = await requireSetUp();
  if (session.standing === "needs-set-up") redirect("/keamanan/dua-langkah");
  return session;
}

/** The same, and staff who have to set up their second step first. */
export async function requireSetUp(): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect(`/masuk?kembali=${encodeURIComponent("/keamanan")}`);
  if (session.standing === "needs-code") redirect("/masuk/kode");
  return session;
}
