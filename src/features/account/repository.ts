import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { Credentials, EmailToken, EmailTokenId, EmailTokenPurpose } from "./types.ts";

export async function findCredentials(tx: Transaction, email: string): Promise<Credentials | null> {
  const row = await tx.account.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      role: true,
      sessionVersion: true,
      emailVerifiedAt: true,
      lockedAt: true,
    },
  });
  return row && { ...row, id: row.id as AccountId };
}

export async function insertAccount(
  tx: Transaction,
  account: {
    readonly id: AccountId;
    readonly email: string;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly locale: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.account.create({ data: { ...account, role: "participant" } });
}

export async function insertEmailToken(
  tx: Transaction,
  token: {
    readonly id: EmailTokenId;
    readonly accountId: AccountId;
    readonly purpose: EmailTokenPurpose;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.emailToken.create({ data: token });
}

/** The link, locked until this transaction ends, so that it is used once. */
export async function lockEmailToken(
  tx: Transaction,
  id: string,
  purpose: EmailTokenPurpose,
): Promise<EmailToken | null> {
  await tx.$queryRaw`SELECT 1 FROM email_token WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.emailToken.findFirst({
    where: { id, purpose },
    select: { id: true, accountId: true, expiresAt: true, usedAt: true },
  });
  return row && { ...row, id: row.id as EmailTokenId, accountId: row.accountId as AccountId };
}

export async function markLinkUsed(tx: Transaction, id: EmailTokenId, now: Date): Promise<void> {
  await tx.emailToken.update({ where: { id }, data: { usedAt: now } });
}

export async function markEmailVerified(tx: Transaction, id: AccountId, now: Date): Promise<void> {
  await tx.account.updateMany({ where: { id, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
}

/** Sets the password and ends every session of the account. */
export async function replacePassword(tx: Transaction, id: AccountId, passwordHash: string): Promise<void> {
  await tx.account.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
}

/** Ends every session of the account, and with `lockedAt` lets nobody in again. */
export async function endAllSessions(tx: Transaction, id: AccountId, lockedAt?: Date): Promise<void> {
  await tx.account.update({ where: { id }, data: { sessionVersion: { increment: 1 }, lockedAt } });
}
