import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";

// Accounts that an office opened and their person has not taken over: no password yet.

type Contact = { readonly email?: string; readonly phone?: string };

/** Whether an e-mail address or phone belongs to an account, other than this one. */
export async function isContactTaken(
  tx: Transaction,
  { email, phone }: Contact,
  except?: ParticipantId,
): Promise<boolean> {
  const contacts = [
    ...(email ? [{ email }] : []),
    ...(phone ? [{ phoneIndex: blindIndex("phone", phone) }] : []),
  ];
  if (contacts.length === 0) return false;
  return (await tx.account.count({ where: { OR: contacts, id: { not: except } } })) > 0;
}

export async function insertUntakenAccount(
  tx: Transaction,
  account: Contact & {
    readonly id: ParticipantId;
    readonly displayName: string;
    readonly locale: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  const { phone, ...rest } = account;
  await tx.account.create({ data: { ...rest, ...phoneColumns(phone), role: "participant" } });
}

/** What an office typed, typed again; nothing of it is proven. */
export async function rewriteUntakenAccount(
  tx: Transaction,
  id: ParticipantId,
  { displayName, email, phone }: Contact & { readonly displayName: string },
): Promise<void> {
  const bounce = { emailBouncedAt: null, emailBounce: null };
  const none = { phoneCipher: null, phoneIndex: null, phoneVerifiedAt: null };
  const data = {
    displayName,
    email: email ?? null,
    emailVerifiedAt: null,
    ...bounce,
    ...none,
    ...phoneColumns(phone),
  };
  await tx.account.update({ where: { id }, data });
}

/** The account, locked, if nobody has taken it over yet. */
export async function lockUntakenAccount(
  tx: Transaction,
  id: ParticipantId,
): Promise<{ readonly hasContact: boolean; readonly displayName: string } | null> {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.account.findFirst({
    where: { id, role: "participant", passwordHash: null, lockedAt: null },
    select: { email: true, phoneIndex: true, displayName: true },
  });
  if (!row) return null;
  return { hasContact: row.email !== null || row.phoneIndex !== null, displayName: row.displayName };
}

export async function takeAccount(
  tx: Transaction,
  id: ParticipantId,
  { email, phone, passwordHash }: Contact & { readonly passwordHash: string },
): Promise<void> {
  const mail = email ? { email, emailVerifiedAt: null } : {};
  await tx.account.update({ where: { id }, data: { ...mail, ...phoneColumns(phone), passwordHash } });
}

/** This address or phone is the account's, and was shown to be theirs. */
export async function markProved(
  tx: Transaction,
  id: ParticipantId,
  contact: string,
  now: Date,
): Promise<void> {
  await tx.account.updateMany({ where: { id, email: contact }, data: { emailVerifiedAt: now } });
  await tx.account.updateMany({
    where: { id, phoneIndex: blindIndex("phone", contact) },
    data: { phoneVerifiedAt: now },
  });
}

export async function deleteAccount(tx: Transaction, id: ParticipantId): Promise<void> {
  await tx.account.delete({ where: { id } });
}

function phoneColumns(phone: string | undefined) {
  if (!phone) return {};
  return { phoneCipher: encryptField(phone), phoneIndex: blindIndex("phone", phone), phoneVerifiedAt: null };
}

/**
 * Copies the proven phone of the registration to the account, where no other account has it. An account with a proven
 * phone keeps it: that one is changed by whoever proves to be the holder, and not by an open browser.
 */
export async function adoptVerifiedPhone(tx: Transaction, id: ParticipantId, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE account a SET phone_cipher = r.phone_cipher, phone_index = r.phone_index, phone_verified_at = ${now}
    FROM registration r
    WHERE a.id = ${id}::uuid AND r.participant_id = a.id AND r.phone_verified_at IS NOT NULL
      AND (a.phone_verified_at IS NULL OR a.phone_index = r.phone_index)
      AND NOT EXISTS (SELECT 1 FROM account other WHERE other.phone_index = r.phone_index AND other.id <> a.id)`;
}
