import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccessRefusal } from "../refusals.ts";
import { endOtherSessions, endSession } from "../repository/sessions.ts";

type Insider = Work<ParticipantActor | StaffActor>;

/** Ends one of the account's own sessions, on whatever device it is. */
export async function endOneSession(
  work: Insider,
  { id }: { readonly id: string },
): Promise<Result<null, AccessRefusal>> {
  const accountId = accountOf(work.actor);
  if (!(await endSession(work.tx, accountId, id))) return refuse({ code: "session-unknown" });
  await work.record({ action: "session-ended", subject: `account:${accountId}` });
  return ok(null);
}

/** Ends every session of the account, this one too. */
export async function endEverySession(work: Insider): Promise<Result<null, never>> {
  const accountId = accountOf(work.actor);
  await endOtherSessions(work.tx, accountId);
  await work.record({ action: "sessions-ended", subject: `account:${accountId}` });
  return ok(null);
}
