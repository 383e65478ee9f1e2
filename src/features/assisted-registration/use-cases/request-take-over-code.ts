import type { Day } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import { nobodysId } from "#platform/one-time-code/nobody.ts";
import { findContact, findTakeOver } from "../repository.ts";

type Claim = { readonly nik: string; readonly birthDate: Day };

/**
 * Sends the code once more to the phone or e-mail that the office wrote down. Says the same whoever asks, and in the same
 * time: for whoever is unknown or has no contact, a code is made that nobody is sent.
 */
export async function requestTakeOverCode(work: Work, claim: Claim): Promise<Result<null, never>> {
  const nobody = nobodysId(blindIndex("nik", claim.nik));
  const participantId = (await findTakeOver(work.tx, claim)) ?? nobody;
  const { email, phone } = await findContact(work.tx, participantId);
  const destination = phone ?? email;
  await issueCode(work, {
    holderId: destination ? participantId : nobody,
    purpose: "take_over",
    channel: phone || !email ? "sms" : "email",
    destination: destination ?? nobody,
  });
  return ok(null);
}
