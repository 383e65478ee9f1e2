import { accountOf, type ParticipantActor } from "#authorization/actor.ts";
import type { Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideNewContact, decideOpenChange } from "../policy/contact-change.ts";
import type { AccessRefusal } from "../refusals.ts";
import { lockOpenChange, lockPresentContact, replaceOpenChange } from "../repository/contact-changes.ts";
import type { Identifier } from "../types.ts";
import { proveHolder } from "./prove-owner.ts";
import { sendContactCode } from "./send-contact-code.ts";

type Input = { readonly contact: Identifier; readonly password: string; readonly code: string };
type Outcome = Promise<Result<null, AccessRefusal | CodeRefusal>>;

/**
 * Begins to change the address or phone of an account: its holder is proven again, and a code goes to the new contact.
 * Until that comes back everything stays as it was.
 */
export async function startContactChange(
  work: Work<ParticipantActor>,
  { contact, ...proof }: Input,
): Outcome {
  const accountId = accountOf(work.actor);
  const proved = await proveHolder(work, accountId, proof);
  if (!proved.ok) return proved;
  const decision = decideNewContact(contact, await lockPresentContact(work.tx, accountId, contact.kind));
  if (!decision.ok) return decision;
  const id = work.newId<"contact-change">();
  await replaceOpenChange(work.tx, accountId, { id, contact, startedAt: work.now });
  return sendContactCode(work, accountId, contact);
}

/** One more code to the contact that is waited for. */
export async function resendContactCode(work: Work<ParticipantActor>): Outcome {
  const accountId = accountOf(work.actor);
  const change = decideOpenChange(await lockOpenChange(work.tx, accountId), work.now);
  return change.ok ? sendContactCode(work, accountId, change.value.contact) : change;
}
