import type { Work } from "#platform/db/work.ts";
import type { VisitingBrowser } from "#platform/web/visiting-browser.ts";
import { standingOf } from "../policy.ts";
import { endSession, insertSession } from "../repository/sessions.ts";
import type { Credentials, SignedIn } from "../types.ts";

type Way = {
  readonly browser: VisitingBrowser;
  readonly replaces: string | null;
  /** Signed in with something that counts as both steps. */
  readonly hasShownBoth?: boolean;
};

/** Writes a session down; the caller hands its cookie to the browser. The one that this browser had is over. */
export async function openSession(
  work: Work,
  account: Pick<Credentials, "id" | "role" | "sessionVersion" | "hasSecondFactor">,
  { browser, replaces, hasShownBoth = false }: Way,
): Promise<SignedIn> {
  const { id, role, sessionVersion } = account;
  const sessionId = work.newId<"session">();
  if (replaces) await endSession(work.tx, id, replaces);
  await insertSession(work.tx, { ...browser, id: sessionId, accountId: id, hasShownBoth });
  const standing = hasShownBoth && account.hasSecondFactor ? "inside" : standingOf(account);
  return { id, role, sessionVersion, sessionId, standing };
}
