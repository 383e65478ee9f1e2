import { accountOf, type ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { contactChanged } from "../events.ts";
import { decideOpenChange } from "../policy/contact-change.ts";
import type { AccessRefusal } from "../refusals.ts";
import { markLinksUsed } from "../repository/accounts.ts";
import {
  completeChange,
  giveContact,
  isContactOfOther,
  lockOpenChange,
  lockPresentContact,
} from "../repository/contact-changes.ts";
import { endOtherSessions } from "../repository/sessions.ts";

/** No digits are these: of a contact that has an account, whatever is typed is wrong, and counted. */
const NEVER_RIGHT = "";

type Input = { readonly digits: string; readonly sessionId: string };

/**
 * The code came back: the new contact is the account's, and the old one signs nobody in any more. Links that wait in the
 * old mailbox are worth nothing, and every other device is signed out.
 */
export async function confirmContactChange(
  work: Work<ParticipantActor>,
  { digits, sessionId }: Input,
): Promise<Result<null, AccessRefusal | CodeRefusal>> {
  const { tx, now } = work;
  const accountId = accountOf(work.actor);
  const change = decideOpenChange(await lockOpenChange(tx, accountId), now);
  if (!change.ok) return change;
  const { id, contact } = change.value;
  const wasSent = !(await isContactOfOther(tx, accountId, contact));
  const taken = await takeCode(work, {
    holderId: accountId,
    purpose: `account_${contact.kind}`,
    digits: wasSent ? digits : NEVER_RIGHT,
  });
  if (!taken.ok) return taken;
  if (taken.value.destination !== contact.value) return refuse({ code: "code-expired" });
  const former = await lockPresentContact(tx, accountId, contact.kind);
  if (!(await giveContact(tx, accountId, contact, now))) return refuse({ code: "contact-taken" });
  await completeChange(tx, id, former.value === contact.value ? null : former.value, now);
  await markLinksUsed(tx, accountId, now);
  await endOtherSessions(tx, accountId, sessionId);
  await work.record({
    action: "contact-changed",
    subject: `account:${accountId}`,
    details: { kind: contact.kind },
  });
  await work.publish(
    contactChanged({ participantId: work.actor.participantId, changeId: id, kind: contact.kind }),
  );
  return ok(null);
}
