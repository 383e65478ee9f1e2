import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isSignedToken } from "#platform/db/token.ts";
import type { Work } from "#platform/db/work.ts";
import { decideProof } from "../policy/application.ts";
import type { ApplicationRefusal } from "../refusals.ts";
import { hasWaiting, lockApplication, markProven } from "../repository/applications.ts";
import { CONTACT_LINK } from "./send-application-letter.ts";

/** The link of the letter was opened: the address is theirs, and the application goes to the operator. */
export async function proveContact(
  work: Work<Actor>,
  { applicationId, token }: { readonly applicationId: string; readonly token: string },
): Promise<Result<null, ApplicationRefusal>> {
  if (!isSignedToken(token, CONTACT_LINK, applicationId)) return refuse({ code: "application-link-unknown" });
  const found = await lockApplication(work.tx, applicationId);
  const waits = found?.status === "unproven" && (await hasWaiting(work.tx, found.kind, found.email));
  const decision = decideProof(found, waits, work.now);
  if (!decision.ok) return decision;
  const { id, status } = decision.value;
  if (status === "unproven") await markProven(work.tx, id, work.now);
  return ok(null);
}
