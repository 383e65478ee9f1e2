import type { Session } from "#platform/web/session-token.ts";
import type { Holder } from "../types.ts";

/** The browser's session as the commands of the second step know it. */
export function holderOf(session: Session | null): Holder | null {
  if (!session) return null;
  const { id, accountId, role, standing } = session;
  return { sessionId: id, accountId, role, standing };
}
