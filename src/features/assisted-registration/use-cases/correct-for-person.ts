import type { StaffActor } from "#authorization/actor.ts";
import type { AccountRefusal } from "#features/account/refusals.ts";
import { correctUntakenAccount } from "#features/account/use-cases/correct-untaken-account.ts";
import type { RegistrationRefusal } from "#features/registration/refusals.ts";
import type { WholeForm } from "#features/registration/schema.ts";
import { fillForPerson } from "#features/registration/use-cases/fill-for-person.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAssistance } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { openCase } from "./open-case.ts";

type Correction = { readonly participantId: string; readonly form: WholeForm; readonly email?: string };

/**
 * Takes the whole form of a person once more, mended by the office, as long as it was neither sent nor taken over. The
 * consent stays as it was given, and so do the photos.
 */
export async function correctForPerson(
  work: Work<StaffActor>,
  { participantId, form, email }: Correction,
): Promise<Result<null, AssistanceRefusal | AccountRefusal | RegistrationRefusal>> {
  const id = participantId as ParticipantId;
  const open = await openCase(work, id);
  if (!open.ok) return open;
  const region = decideAssistance(await findOfficeRegion(work.actor.accountId, work.tx), form.villageCode);
  if (!region.ok) return region;
  const { fullName: displayName, phone } = form;
  const account = await correctUntakenAccount(work, id, { displayName, email, phone });
  if (!account.ok) return account;
  const filled = await fillForPerson(work, id, form);
  if (!filled.ok) return filled;
  await work.record({ action: "assisted-registration-corrected", subject: `participant:${participantId}` });
  return ok(null);
}
