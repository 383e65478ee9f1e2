import type { AccountRefusal } from "#features/account/refusals.ts";
import { setFirstPassword } from "#features/account/use-cases/set-first-password.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import { nobodysId } from "#platform/one-time-code/nobody.ts";
import type { TakeOverRefusal } from "../refusals.ts";
import { findContact, findTakeOver, lockAssistance, markTakenOver } from "../repository.ts";

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
  // An unknown NIK is nobody's, whose tries are counted too: by the same questions to the database, in the same time.
  const holderId = participantId ?? nobodysId(blindIndex("nik", claim.nik));
  const tried = await takeCode(work, { holderId, purpose: "take_over", digits: claim.code });
  if (!participantId || !tried.ok) return refuseAndKeep({ code: "take-over-no-match" });

  const assistance = await lockAssistance(work.tx, participantId);
  if (!assistance || assistance.takenOverAt) return refuse({ code: "take-over-no-match" });
  const { channel, destination } = tried.value;
  // Sent before the office mended the phone or address: whoever has the wrong one takes nothing over.
  if (channel !== "paper" && !(await isNoted(work, participantId, destination)))
    return refuse({ code: "take-over-no-match" });
  const { password, email, phone } = claim;
  const set = await setFirstPassword(work, {
    participantId,
    password,
    email,
    phone,
    proved: channel === "paper" ? undefined : destination,
  });
  if (!set.ok) return set;
  await markTakenOver(work.tx, participantId, work.now);
  await work.record({ action: "account-taken-over", subject: `participant:${participantId}` });
  return ok(null);
}

async function isNoted(work: Work, participantId: ParticipantId, contact: string): Promise<boolean> {
  const { email, phone } = await findContact(work.tx, participantId);
  return contact === email || contact === phone;
}
