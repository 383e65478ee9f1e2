import type { AccountId } from "#kernel/identifiers.ts";
import type { Work } from "#platform/db/work.ts";
import { emailLinkWanted } from "../events.ts";
import { linkExpiry } from "../policy.ts";
import { insertEmailToken } from "../repository.ts";
import type { EmailTokenPurpose } from "../types.ts";

/** Writes down a one-time link and asks the worker to send it. */
export async function sendLink(work: Work, accountId: AccountId, purpose: EmailTokenPurpose): Promise<void> {
  const id = work.newId<"email-token">();
  await insertEmailToken(work.tx, {
    id,
    accountId,
    purpose,
    createdAt: work.now,
    expiresAt: linkExpiry(purpose, work.now),
  });
  await work.publish(emailLinkWanted({ tokenId: id, purpose }));
}
