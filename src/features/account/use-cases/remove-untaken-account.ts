import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountRefusal } from "../refusals.ts";
import { deleteAccount, lockUntakenAccount } from "../repository/untaken.ts";

/** Takes back an account that an office opened and nobody has taken over. */
export async function removeUntakenAccount(
  work: Work<StaffActor>,
  participantId: ParticipantId,
): Promise<Result<null, AccountRefusal>> {
  if (!(await lockUntakenAccount(work.tx, participantId))) return refuse({ code: "account-taken-over" });
  await deleteAccount(work.tx, participantId);
  return ok(null);
}
