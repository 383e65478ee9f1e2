import type { StaffActor } from "#authorization/actor.ts";
import type { AccountRefusal } from "#features/account/refusals.ts";
import { openAccountForPerson } from "#features/account/use-cases/open-account-for-person.ts";
import type { RegistrationRefusal } from "#features/registration/refusals.ts";
import type { WholeForm } from "#features/registration/schema.ts";
import { fillForPerson } from "#features/registration/use-cases/fill-for-person.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { consentMoment, decideAssistance } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { insertAssistance, lockDeviceRecord } from "../repository.ts";
import type { Consent } from "../types.ts";

export type Assistance = {
  readonly form: WholeForm;
  readonly email?: string;
  readonly consent: Consent;
  /** Of a form that waited on an officer's device. */
  readonly record?: { readonly id: string; readonly savedAt: Date };
};

type Refusal = AssistanceRefusal | AccountRefusal | RegistrationRefusal;

/**
 * An officer types for a person who agreed to it: the account without a password, the whole form and the consent come
 * together or not at all. A record of a device that was taken before gives its first outcome.
 */
export async function registerForPerson(
  work: Work<StaffActor>,
  { form, email, consent, record }: Assistance,
): Promise<Result<{ participantId: ParticipantId }, Refusal>> {
  const officerId = work.actor.accountId;
  const earlier = record ? await lockDeviceRecord(work.tx, record.id) : null;
  if (earlier)
    return earlier.officerId === officerId
      ? ok({ participantId: earlier.participantId })
      : refuse({ code: "assist-record-unknown" });

  const region = decideAssistance(await findOfficeRegion(officerId, work.tx), form.villageCode);
  if (!region.ok) return region;
  const account = await openAccountForPerson(work, {
    displayName: form.fullName,
    email,
    phone: form.phone,
    locale: "id",
  });
  if (!account.ok) return account;
  const { participantId } = account.value;
  const filled = await fillForPerson(work, participantId, form);
  if (!filled.ok) return filled;

  await insertAssistance(work.tx, {
    participantId,
    officerId,
    regencyCode: region.value.code,
    consent,
    consentAt: consentMoment(record?.savedAt ?? null, work.now),
    deviceRecordId: record?.id ?? null,
    createdAt: work.now,
  });
  await work.record({
    action: "registration-assisted",
    subject: `participant:${participantId}`,
    details: { region: region.value.code, consent: consent.method, waited: record !== undefined },
  });
  return ok({ participantId });
}
