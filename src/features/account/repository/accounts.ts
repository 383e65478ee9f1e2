import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import type { Contact, SignUpId } from "../types.ts";

/** Opens an account of somebody who has shown that the contact is theirs; false when the contact has one. */
export async function insertVerifiedAccount(
  tx: Transaction,
  account: {
    readonly id: AccountId;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly locale: string;
    readonly createdAt: Date;
  },
  { kind, value }: Contact,
): Promise<boolean> {
  const contact =
    kind === "email"
      ? { email: value, emailVerifiedAt: account.createdAt }
      : {
          phoneCipher: encryptField(value),
          phoneIndex: blindIndex("phone", value),
          phoneVerifiedAt: account.createdAt,
        };
  const data = { ...account, ...contact, role: "participant" as const };
  return (await tx.account.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

/** Whether the last code of a sign-up never went out: the contact had an account before, and its holder was warned. */
export async function wasWarned(tx: Transaction, holderId: SignUpId, contact: Contact): Promise<boolean> {
  const code = await tx.oneTimeCode.findFirst({
    where: { holderId, destinationIndex: blindIndex(contact.kind, contact.value) },
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  if (!code) return false;
  const where = { ...whose(contact), createdAt: { lte: code.createdAt } };
  return (await tx.account.count({ where })) > 0;
}

/** Ends every session of the account, and with `lockedAt` lets nobody in again. */
export async function endAllSessions(tx: Transaction, id: AccountId, lockedAt?: Date): Promise<void> {
  await tx.account.update({ where: { id }, data: { sessionVersion: { increment: 1 }, lockedAt } });
}

/** Letters to this account's address come back. */
export async function markEmailBounced(
  tx: Transaction,
  id: string,
  emailBounce: string,
  emailBouncedAt: Date,
): Promise<void> {
  await tx.account.updateMany({
    where: { id, email: { not: null } },
    data: { emailBounce, emailBouncedAt },
  });
}

function whose({ kind, value }: Contact) {
  return kind === "email" ? { email: value } : { phoneIndex: blindIndex("phone", value) };
}
