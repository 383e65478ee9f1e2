import type { Transaction } from "#platform/db/client.ts";
import { decryptField, encryptField } from "#platform/db/field-encryption.ts";
import type { Contact, OpenedLetter, SignUp, SignUpId } from "../types.ts";

export async function insertSignUp(tx: Transaction, signUp: SignUp, createdAt: Date): Promise<void> {
  const { contact, ...row } = signUp;
  await tx.signUp.create({ data: { ...row, ...contactColumns(contact), createdAt } });
}

/** The sign-up, locked until this transaction ends, so that it becomes one account. */
export async function lockSignUp(tx: Transaction, id: string): Promise<SignUp | null> {
  await tx.$queryRaw`SELECT 1 FROM sign_up WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.signUp.findUnique({ where: { id } });
  return row && signUpOf(row);
}

/** The last one that waits for a letter to this address. */
export async function findWaitingSignUp(tx: Transaction, email: string): Promise<SignUp | null> {
  const row = await tx.signUp.findFirst({
    where: { email, completedAt: null },
    orderBy: { createdAt: "desc" },
  });
  return row && signUpOf(row);
}

export async function replaceContact(tx: Transaction, id: SignUpId, contact: Contact): Promise<void> {
  await tx.signUp.update({ where: { id }, data: contactColumns(contact) });
}

/** The password has moved into the account. */
export async function markCompleted(tx: Transaction, id: SignUpId, now: Date): Promise<void> {
  await tx.signUp.update({ where: { id }, data: { passwordHash: null, completedAt: now } });
}

/** The letter whose code this is. */
export async function findLetter(tx: Transaction, codeId: string): Promise<OpenedLetter | null> {
  const row = await tx.oneTimeCode.findFirst({
    where: { id: codeId, purpose: "account_email" },
    select: { holderId: true, destinationCipher: true, createdAt: true },
  });
  return (
    row && {
      signUpId: row.holderId as SignUpId,
      address: decryptField(row.destinationCipher),
      sentAt: row.createdAt,
    }
  );
}

/** Forgets old sign-ups and everything that was sent for them. */
export async function deleteSignUps(tx: Transaction, before: Date, limit: number): Promise<number> {
  const rows = await tx.signUp.findMany({
    where: { createdAt: { lt: before } },
    select: { id: true },
    take: limit,
  });
  const ids = rows.map(({ id }) => id);
  const ofThem = {
    holderId: { in: ids },
    purpose: { in: ["account_email" as const, "account_phone" as const] },
  };
  await tx.oneTimeCode.deleteMany({ where: ofThem });
  await tx.codeGuard.deleteMany({ where: ofThem });
  return (await tx.signUp.deleteMany({ where: { id: { in: ids } } })).count;
}

type Row = {
  readonly id: string;
  readonly displayName: string;
  readonly locale: string;
  readonly email: string | null;
  readonly phoneCipher: Uint8Array | null;
  readonly passwordHash: string | null;
};

function signUpOf({ id, displayName, locale, email, phoneCipher, passwordHash }: Row): SignUp {
  const contact: Contact = phoneCipher
    ? { kind: "phone", value: decryptField(phoneCipher) }
    : { kind: "email", value: email ?? "" };
  return { id: id as SignUpId, displayName, locale, contact, passwordHash };
}

function contactColumns({ kind, value }: Contact) {
  return kind === "email"
    ? { email: value, phoneCipher: null }
    : { email: null, phoneCipher: encryptField(value) };
}
