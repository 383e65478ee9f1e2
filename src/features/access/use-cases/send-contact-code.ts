import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import type { Identifier } from "../types.ts";

/**
 * Sends the code that proves a new contact. By the same rules as at the sign-up: whoever has the contact already is
 * warned instead, and nobody here learns of it.
 */
export async function sendContactCode(
  work: Work,
  accountId: AccountId,
  { kind, value }: Identifier,
): Promise<Result<null, CodeRefusal>> {
  const sent = await issueCode(work, {
    holderId: accountId,
    purpose: `account_${kind}`,
    channel: kind === "email" ? "email" : "sms",
    destination: value,
  });
  return sent.ok ? ok(null) : sent;
}
