import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import type { SecondFactor } from "../types.ts";

const CODES = 10;

/** An account's second step, locked until this transaction ends. */
export async function lockFactor(tx: Transaction, accountId: AccountId): Promise<SecondFactor | null> {
  await tx.$queryRaw`SELECT 1 FROM second_factor WHERE account_id = ${accountId}::uuid FOR UPDATE`;
  return tx.secondFactor.findUnique({
    where: { accountId },
    select: { secretCipher: true, pendingCipher: true, lastStep: true, recoveryBatch: true },
  });
}

/** A secret that waits for its first code. */
export async function writePendingSecret(
  tx: Transaction,
  accountId: AccountId,
  secret: string,
): Promise<void> {
  const pendingCipher = encryptField(secret);
  await tx.secondFactor.upsert({
    where: { accountId },
    create: { accountId, pendingCipher },
    update: { pendingCipher },
  });
}

/** The waiting secret becomes the one that counts, with new recovery codes. */
export async function confirmSecret(
  tx: Transaction,
  accountId: AccountId,
  made: {
    readonly secretCipher: Uint8Array<ArrayBuffer>;
    readonly lastStep: number;
    readonly batch: string;
    readonly now: Date;
  },
): Promise<void> {
  const { secretCipher, lastStep, batch, now } = made;
  const recovery = { recoveryBatch: batch, recoveryMadeAt: now, recoveryKeptAt: null };
  await tx.secondFactor.update({
    where: { accountId },
    data: { secretCipher, pendingCipher: null, confirmedAt: now, lastStep, ...recovery },
  });
  await insertCodes(tx, accountId, batch);
}

/** New recovery codes; those of before count no more. */
export async function writeRecoveryBatch(
  tx: Transaction,
  accountId: AccountId,
  batch: string,
  now: Date,
): Promise<void> {
  await tx.secondFactor.update({
    where: { accountId },
    data: { recoveryBatch: batch, recoveryMadeAt: now, recoveryKeptAt: null },
  });
  await insertCodes(tx, accountId, batch);
}

async function insertCodes(tx: Transaction, accountId: AccountId, batch: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const numbers = Array.from({ length: CODES }, (_, number) => number);
  await tx.recoveryCode.createMany({ data: numbers.map((number) => ({ accountId, batch, number })) });
}

export async function markRecoveryKept(tx: Transaction, accountId: AccountId, now: Date): Promise<void> {
  await tx.secondFactor.updateMany({
    where: { accountId, recoveryBatch: { not: null }, recoveryKeptAt: null },
    data: { recoveryKeptAt: now },
  });
}

export async function markStepTaken(tx: Transaction, accountId: AccountId, lastStep: number): Promise<void> {
  await tx.secondFactor.update({ where: { accountId }, data: { lastStep } });
}

/** The numbers of the codes that were not used yet. */
export async function unusedRecoveryNumbers(tx: Transaction, accountId: AccountId): Promise<number[]> {
  const rows = await tx.recoveryCode.findMany({
    where: { accountId, usedAt: null },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => number);
}

export async function markRecoveryUsed(
  tx: Transaction,
  accountId: AccountId,
  number: number,
  now: Date,
): Promise<void> {
  await tx.recoveryCode.updateMany({ where: { accountId, number, usedAt: null }, data: { usedAt: now } });
}

export async function removeFactor(tx: Transaction, accountId: AccountId): Promise<void> {
  await tx.secondFactor.delete({ where: { accountId } });
}
