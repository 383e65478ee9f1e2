import type { AccountRefusal } from "#features/account/refusals.ts";
import { setFirstPassword } from "#features/account/use-cases/set-first-password.ts";
import type { Day } from "#kernel/calendar.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { TakeOverRefusal } from "../refusals.ts";
import { findTakeOver, lockAssistance, markTakenOver } from "../repository.ts";

type Claim = {
  readonly nik: string;
  readonly birthDate: Day;
  readonly code: string;
  readonly email?: string;
  readonly phone?: string;
  readonly password: string;
};

/**
 * The person takes the account that an office opened for them: NIK, birth date and the code, then a password of their
 * own. Whoever has one of the three wrong learns nothing of the others, and waits as long.
 */
export async function takeOverRegistration(
  work: Work,
  claim: Claim,
): Promise<Result<null, TakeOverRefusal | AccountRefusal>> {
  const participantId = await findTakeOver(work.tx, claim);
  // Of an unknown NIK nobody's code is asked for, by the same questions to the database.
  const holderId = participantId ?? work.newId<"participant">();
  const tried = await takeCode(work, { holderId, purpose: "take_over", digits: claim.code });
  if (!participantId) return refuse({ code: "take-over-no-match" });
  if (!tried.ok) return refuseAndKeep({ code: "take-over-no-match" });

  const assistance = await lockAssistance(work.tx, participantId);
  if (!assistance || assistance.takenOverAt) return refuse({ code: "take-over-no-match" });
  const { password, email, phone } = claim;
  const set = await setFirstPassword(work, {
    participantId,
    password,
    email,
    phone,
    proved: tried.value.channel === "paper" ? undefined : tried.value.destination,
  });
  if (!set.ok) return set;
  await markTakenOver(work.tx, participantId, work.now);
  await work.record({ action: "account-taken-over", subject: `participant:${participantId}` });
  return ok(null);
}
