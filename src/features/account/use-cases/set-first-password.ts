import type { Actor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import type { AccountRefusal } from "../refusals.ts";
import { isContactTaken, lockUntakenAccount, takeAccount } from "../repository/untaken.ts";

type Input = {
  readonly participantId: ParticipantId;
  readonly password: string;
  readonly email?: string;
  /** "+628..." */
  readonly phone?: string;
};

/**
 * Gives an account that an office opened its first password, and the contact that it may lack. The code of the take-over
 * has proved the person; a contact that is new here is not verified yet.
 */
export async function setFirstPassword(
  work: Work<Actor>,
  { participantId, password, email, phone }: Input,
): Promise<Result<null, AccountRefusal>> {
  const account = await lockUntakenAccount(work.tx, participantId);
  if (!account) return refuse({ code: "account-taken-over" });
  if (await isContactTaken(work.tx, { email, phone }, participantId))
    return refuse({ code: "account-contact-taken" });
  if (!email && !phone && !account.hasContact) return refuse({ code: "account-contact-missing" });
  await takeAccount(work.tx, participantId, { email, phone, passwordHash: await hashPassword(password) });
  return ok(null);
}
