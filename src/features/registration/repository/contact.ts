import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { type Filled, rowStep } from "../repository.ts";

type Contact = {
  /** "+628..." */
  readonly phone: string | null;
  readonly verifiedEmail: string | null;
  /** The number that the account has proven. */
  readonly accountPhone: string | null;
  /** The account proved the same number already. */
  readonly isVerifiedElsewhere: boolean;
};

/** Where a code may be sent for this person. */
export async function findContact(tx: Transaction, participantId: ParticipantId): Promise<Contact> {
  const row = await tx.registration.findUnique({
    where: { participantId },
    select: { phoneCipher: true, phoneIndex: true, phoneVerifiedAt: true },
  });
  const account = await tx.account.findUnique({
    where: { id: participantId },
    select: {
      email: true,
      emailVerifiedAt: true,
      phoneCipher: true,
      phoneIndex: true,
      phoneVerifiedAt: true,
    },
  });
  const isSame =
    row?.phoneIndex && account?.phoneIndex && Buffer.from(row.phoneIndex).equals(account.phoneIndex);
  return {
    phone: row?.phoneCipher ? decryptField(row.phoneCipher) : null,
    verifiedEmail: account?.emailVerifiedAt ? account.email : null,
    accountPhone: account?.phoneVerifiedAt && account.phoneCipher ? decryptField(account.phoneCipher) : null,
    isVerifiedElsewhere: Boolean(row?.phoneVerifiedAt) || Boolean(isSame && account?.phoneVerifiedAt),
  };
}

/** The step is done; with `isProven` the phone itself has answered. */
export async function markPhoneVerified(
  tx: Transaction,
  participantId: ParticipantId,
  { step, now }: Filled,
  isProven: boolean,
): Promise<void> {
  await tx.registration.update({
    where: { participantId },
    data: { step: rowStep(step), updatedAt: now, ...(isProven ? { phoneVerifiedAt: now } : {}) },
  });
}

/** Another number, which nothing has been proven of. */
export async function writePhone(
  tx: Transaction,
  participantId: ParticipantId,
  phone: string,
  { step, now }: Filled,
): Promise<void> {
  await tx.registration.update({
    where: { participantId },
    data: {
      step: rowStep(step),
      updatedAt: now,
      phoneCipher: encryptField(phone),
      phoneIndex: blindIndex("phone", phone),
      phoneVerifiedAt: null,
    },
  });
}

/**
 * The number that the account has proven, as the registration's own; answers the row's step. Null where it is the same,
 * or where nobody was asked for a number yet.
 */
export async function adoptAccountPhone(
  tx: Transaction,
  participantId: ParticipantId,
  now: Date,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ readonly step: string }[]>`
    UPDATE registration r
    SET phone_cipher = a.phone_cipher, phone_index = a.phone_index, phone_verified_at = ${now}, updated_at = ${now}
    FROM account a
    WHERE r.participant_id = ${participantId}::uuid AND a.id = r.participant_id
      AND r.full_name IS NOT NULL AND r.phone_index IS DISTINCT FROM a.phone_index
    RETURNING r.step::text AS step`;
  return row?.step ?? null;
}
