import { redirect } from "next/navigation";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { currentSession } from "#platform/web/session.ts";
import type { Session } from "#platform/web/session-token.ts";

/** The session that waits for its second step; everybody else has nothing to do here. */
export async function requireHalfInside(): Promise<Session> {
  const session = await currentSession();
  if (!session) redirect("/masuk");
  if (session.standing === "inside") redirect(HOME_OF_ROLE[session.role]);
  if (session.standing === "needs-set-up") redirect("/keamanan/dua-langkah");
  return session;
}
