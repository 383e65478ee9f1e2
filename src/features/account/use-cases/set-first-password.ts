import type { Actor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import { judgePassword } from "#platform/web/password-strength.ts";
import type { AccountRefusal } from "../refusals.ts";
import { isContactTaken, lockUntakenAccount, markProved, takeAccount } from "../repository/untaken.ts";

type Input = {
  readonly participantId: ParticipantId;
  readonly password: string;
  readonly email?: string;
  /** "+628..." */
  readonly phone?: string;
  /** Where the code of the take-over went, when it went by SMS or e-mail: that contact is shown to be theirs. */
  readonly proved?: string;
};

/**
 * Gives an account that an office opened its first password, and the contact that it may lack. The code of the take-over
 * has proved the person; a contact that is new here is not verified yet.
 */
export async function setFirstPassword(
  work: Work<Actor>,
  { participantId, password, email, phone, proved }: Input,
): Promise<Result<null, AccountRefusal>> {
  const account = await lockUntakenAccount(work.tx, participantId);
  if (!account) return refuse({ code: "account-taken-over" });
  if (await isContactTaken(work.tx, { email, phone }, participantId))
    return refuse({ code: "account-contact-taken" });
  if (!email && !phone && !account.hasContact) return refuse({ code: "account-contact-missing" });
  const judged = judgePassword(password, [account.displayName, email ?? "", phone ?? ""]);
  if (!judged.ok) return judged;
  await takeAccount(work.tx, participantId, { email, phone, passwordHash: await hashPassword(password) });
  if (proved) await markProved(work.tx, participantId, proved, work.now);
  return ok(null);
}
