import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Contacts, Credentials, Identifier, ResetLink } from "../types.ts";

const credentials = {
  id: true,
  passwordHash: true,
  role: true,
  sessionVersion: true,
  emailVerifiedAt: true,
  phoneVerifiedAt: true,
  lockedAt: true,
} as const;

/** Whose contact this is. */
export async function findCredentials(
  tx: Transaction,
  { kind, value }: Identifier,
): Promise<Credentials | null> {
  const where = kind === "email" ? { email: value } : { phoneIndex: blindIndex("phone", value) };
  const row = await tx.account.findUnique({ where, select: credentials });
  if (!row) return null;
  const { emailVerifiedAt, phoneVerifiedAt, ...account } = row;
  return {
    ...account,
    id: row.id as AccountId,
    isVerified: (kind === "email" ? emailVerifiedAt : phoneVerifiedAt) !== null,
    hasSecondFactor: await hasSecondFactor(tx, row.id),
  };
}

/** An account by its id, for whoever is known already. */
export async function findAccount(tx: Transaction, id: AccountId) {
  const row = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { ...credentials, email: true, phoneIndex: true, phoneCipher: true, displayName: true },
  });
  return { ...row, id, hasSecondFactor: await hasSecondFactor(tx, id) };
}

/** How an account's holder is reached; null when there is no such account. */
export async function findContacts(tx: Transaction, id: AccountId): Promise<Contacts | null> {
  const row = await tx.account.findUnique({
    where: { id },
    select: { passwordHash: true, lockedAt: true, email: true, emailBouncedAt: true, phoneCipher: true },
  });
  return row && { ...row, id };
}

async function hasSecondFactor(tx: Transaction, accountId: string): Promise<boolean> {
  return (await tx.secondFactor.count({ where: { accountId, confirmedAt: { not: null } } })) > 0;
}

/** Sets the password; with `endsAll` every session of the account is over. */
export async function replacePassword(
  tx: Transaction,
  id: AccountId,
  passwordHash: string,
  endsAll: boolean,
): Promise<void> {
  const sessionVersion = endsAll ? { increment: 1 } : undefined;
  await tx.account.update({ where: { id }, data: { passwordHash, sessionVersion } });
}

/** The link or code that came to a contact proves it. */
export async function markContactVerified(
  tx: Transaction,
  id: AccountId,
  kind: Identifier["kind"],
  now: Date,
): Promise<void> {
  if (kind === "email") {
    await tx.account.updateMany({ where: { id, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
  } else {
    await tx.account.updateMany({ where: { id, phoneVerifiedAt: null }, data: { phoneVerifiedAt: now } });
  }
}

/** The link, locked until this transaction ends, so that it is used once. */
export async function lockResetLink(tx: Transaction, id: string): Promise<ResetLink | null> {
  await tx.$queryRaw`SELECT 1 FROM email_token WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.emailToken.findFirst({
    where: { id, purpose: "reset_password" },
    select: { id: true, accountId: true, expiresAt: true, usedAt: true },
  });
  return row && { ...row, accountId: row.accountId as AccountId };
}

/** The link that was used, and with it every other that waits in the same mailbox. */
export async function markLinksUsed(tx: Transaction, accountId: AccountId, now: Date): Promise<void> {
  await tx.emailToken.updateMany({
    where: { accountId, purpose: "reset_password", usedAt: null },
    data: { usedAt: now },
  });
}

export async function insertResetLink(
  tx: Transaction,
  link: {
    readonly id: string;
    readonly accountId: AccountId;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.emailToken.create({ data: { ...link, purpose: "reset_password" } });
}
