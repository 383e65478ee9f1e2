import type { AccountId } from "#kernel/identifiers.ts";
import { isUniqueViolation, type Transaction } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import type { ContactChange, Identifier, PresentContact } from "../types.ts";

/** The contact of this kind that the account has, which stays as it is until this transaction ends. */
export async function lockPresentContact(
  tx: Transaction,
  id: AccountId,
  kind: Identifier["kind"],
): Promise<PresentContact> {
  await lockAccount(tx, id);
  const row = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { email: true, emailVerifiedAt: true, phoneCipher: true, phoneVerifiedAt: true },
  });
  return kind === "email"
    ? { value: row.email, isProven: row.emailVerifiedAt !== null }
    : { value: row.phoneCipher && decryptField(row.phoneCipher), isProven: row.phoneVerifiedAt !== null };
}

/** What the account waits for from now on; a change that waited before is forgotten. */
export async function replaceOpenChange(
  tx: Transaction,
  accountId: AccountId,
  { id, contact, startedAt }: ContactChange,
): Promise<void> {
  await tx.contactChange.deleteMany({ where: { accountId, completedAt: null } });
  const contactCipher = encryptField(contact.value);
  await tx.contactChange.create({ data: { id, accountId, kind: contact.kind, contactCipher, startedAt } });
}

/** The change that waits, locked with its account until this transaction ends, so that it counts once. */
export async function lockOpenChange(tx: Transaction, accountId: AccountId): Promise<ContactChange | null> {
  await lockAccount(tx, accountId);
  const row = await tx.contactChange.findFirst({ where: { accountId, completedAt: null } });
  if (!row) return null;
  const { id, kind, contactCipher, startedAt } = row;
  return { id, contact: { kind, value: decryptField(contactCipher) }, startedAt };
}

export async function isContactOfOther(
  tx: Transaction,
  id: AccountId,
  { kind, value }: Identifier,
): Promise<boolean> {
  const whose = kind === "email" ? { email: value } : { phoneIndex: blindIndex("phone", value) };
  return (await tx.account.count({ where: { ...whose, id: { not: id } } })) > 0;
}

/** Makes a proven contact the account's; false when another account got it in this moment. */
export async function giveContact(
  tx: Transaction,
  id: AccountId,
  { kind, value }: Identifier,
  now: Date,
): Promise<boolean> {
  const data =
    kind === "email"
      ? { email: value, emailVerifiedAt: now, emailBouncedAt: null, emailBounce: null }
      : { phoneCipher: encryptField(value), phoneIndex: blindIndex("phone", value), phoneVerifiedAt: now };
  await tx.$executeRaw`SAVEPOINT contact_given`;
  try {
    await tx.account.update({ where: { id }, data });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT contact_given`;
    return false;
  }
}

/** The change is over; the contact of before is kept a while, to be told. */
export async function completeChange(
  tx: Transaction,
  id: string,
  former: string | null,
  completedAt: Date,
): Promise<void> {
  const formerCipher = former === null ? null : encryptField(former);
  await tx.contactChange.update({ where: { id }, data: { completedAt, formerCipher } });
}

/** Forgets changes of long ago, the contacts with them. */
export async function removeOldChanges(tx: Transaction, before: Date): Promise<number> {
  return (await tx.contactChange.deleteMany({ where: { startedAt: { lt: before } } })).count;
}

/** Starting and completing a change both begin here, so that neither waits for the other in a circle. */
async function lockAccount(tx: Transaction, id: AccountId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`;
}
