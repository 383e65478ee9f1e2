import type { Day } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { Consent } from "./types.ts";

/**
 * Who was registered from this record of a device; null when nobody was. Until the transaction ends nobody else asks
 * the same, so that a record that is sent twice at once is taken once.
 */
export async function lockDeviceRecord(
  tx: Transaction,
  recordId: string,
): Promise<{ readonly participantId: ParticipantId; readonly officerId: string } | null> {
  await takeTurn(tx, `device-record ${recordId}`);
  const row = await tx.assistedRegistration.findUnique({
    where: { deviceRecordId: recordId },
    select: { participantId: true, officerId: true },
  });
  return row && { participantId: row.participantId as ParticipantId, officerId: row.officerId };
}

type NewAssistance = {
  readonly participantId: ParticipantId;
  readonly officerId: AccountId;
  readonly regencyCode: string;
  readonly consent: Consent;
  readonly consentAt: Date;
  readonly deviceRecordId: string | null;
  readonly createdAt: Date;
};

export async function insertAssistance(
  tx: Transaction,
  { consent, ...assistance }: NewAssistance,
): Promise<void> {
  await tx.assistedRegistration.create({
    data: {
      ...assistance,
      consentVersion: consent.version,
      consentMethod: consent.method,
      witnessNameCipher: consent.witnessName === null ? null : encryptField(consent.witnessName),
      source: "form",
    },
  });
}

type Assistance = {
  readonly regencyCode: string;
  readonly submittedAt: Date | null;
  readonly takenOverAt: Date | null;
};

/** The record of the help, held until the transaction ends: nobody sends while somebody takes over. */
export async function lockAssistance(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<Assistance | null> {
  await tx.$queryRaw`
    SELECT 1 FROM assisted_registration WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  return tx.assistedRegistration.findUnique({
    where: { participantId },
    select: { regencyCode: true, submittedAt: true, takenOverAt: true },
  });
}

export async function markSubmitted(tx: Transaction, participantId: ParticipantId, now: Date): Promise<void> {
  await tx.assistedRegistration.update({ where: { participantId }, data: { submittedAt: now } });
}

export async function markTakenOver(tx: Transaction, participantId: ParticipantId, now: Date): Promise<void> {
  await tx.assistedRegistration.update({ where: { participantId }, data: { takenOverAt: now } });
}

/** Who waits to take over the account that an office opened for this NIK and birth date. */
export async function findTakeOver(
  tx: Transaction,
  { nik, birthDate }: { readonly nik: string; readonly birthDate: Day },
): Promise<ParticipantId | null> {
  const [row] = await tx.$queryRaw<{ readonly participantId: string }[]>`
    SELECT a.participant_id AS "participantId"
    FROM registration r
    JOIN assisted_registration a ON a.participant_id = r.participant_id
    WHERE r.nik_index = ${blindIndex("nik", nik)} AND r.birth_date = ${birthDate}::date AND a.taken_over_at IS NULL`;
  return row ? (row.participantId as ParticipantId) : null;
}

/** Where a code may be sent to; both null where the person has neither, and of nobody. */
export async function findContact(
  tx: Transaction,
  id: string,
): Promise<{ readonly email: string | null; readonly phone: string | null }> {
  const account = await tx.account.findUnique({ where: { id }, select: { email: true, phoneCipher: true } });
  const phone = account?.phoneCipher ? decryptField(account.phoneCipher) : null;
  return { email: account?.email ?? null, phone };
}
