import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountRefusal } from "../refusals.ts";
import { isContactTaken, lockUntakenAccount, rewriteUntakenAccount } from "../repository/untaken.ts";

type Input = {
  readonly displayName: string;
  readonly email?: string;
  /** "+628..." */
  readonly phone?: string;
};

/** Mends what an office typed of an account, as long as nobody has taken it over. */
export async function correctUntakenAccount(
  work: Work<StaffActor>,
  participantId: ParticipantId,
  input: Input,
): Promise<Result<null, AccountRefusal>> {
  if (!(await lockUntakenAccount(work.tx, participantId))) return refuse({ code: "account-taken-over" });
  if (await isContactTaken(work.tx, input, participantId)) return refuse({ code: "account-contact-taken" });
  await rewriteUntakenAccount(work.tx, participantId, input);
  return ok(null);
}
