import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { purposeOf } from "../policy/sign-up.ts";
import type { Contact, SignUp } from "../types.ts";

/** Sends a code to the contact of a sign-up; an e-mail carries a link too, and counts as one sending. */
export async function sendSignUpCode(
  work: Work,
  { id, contact }: Pick<SignUp, "id" | "contact">,
): Promise<Result<{ kind: Contact["kind"] }, CodeRefusal>> {
  const sent = await issueCode(work, {
    holderId: id,
    purpose: purposeOf(contact),
    channel: contact.kind === "email" ? "email" : "sms",
    destination: contact.value,
  });
  return sent.ok ? ok({ kind: contact.kind }) : sent;
}
