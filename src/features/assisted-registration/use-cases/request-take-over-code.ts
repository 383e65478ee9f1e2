import type { Day } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import { findContact, findTakeOver } from "../repository.ts";

type Claim = { readonly nik: string; readonly birthDate: Day };

/** Sends the code once more to the phone or e-mail that the office wrote down. Says the same whoever asks. */
export async function requestTakeOverCode(work: Work, claim: Claim): Promise<Result<null, never>> {
  const participantId = await findTakeOver(work.tx, claim);
  if (!participantId) return ok(null);
  const { email, phone } = await findContact(work.tx, participantId);
  const destination = phone ?? email;
  if (!destination) return ok(null);
  const channel = phone ? "sms" : "email";
  await issueCode(work, { holderId: participantId, purpose: "take_over", channel, destination });
  return ok(null);
}
