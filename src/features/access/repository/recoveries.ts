import { addSeconds } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField, encryptField } from "#platform/db/field-encryption.ts";

type Request = {
  readonly id: string;
  readonly kind: "contact" | "identity";
  readonly subjectIndex: Uint8Array<ArrayBuffer>;
  readonly details: string;
  readonly now: Date;
};

export async function insertRecovery(tx: Transaction, { details, now, ...row }: Request): Promise<void> {
  await tx.recoveryRequest.create({ data: { ...row, detailsCipher: encryptField(details), askedAt: now } });
}

/** The request, locked until this transaction ends; null when it was answered already. */
export async function lockRecovery(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM recovery_request WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.recoveryRequest.findUnique({ where: { id } });
  if (!row?.detailsCipher) return null;
  const { kind, subjectIndex, askedAt } = row;
  return { kind, subjectIndex, askedAt, details: decryptField(row.detailsCipher) };
}

/** How often the same contact or NIK was asked about in the hour before. */
export async function countRecoveries(
  tx: Transaction,
  { subjectIndex, askedAt }: { readonly subjectIndex: Uint8Array<ArrayBuffer>; readonly askedAt: Date },
): Promise<number> {
  return tx.recoveryRequest.count({
    where: { subjectIndex, askedAt: { gt: addSeconds(askedAt, -3600), lt: askedAt } },
  });
}

/** Forgets what was typed. */
export async function settleRecovery(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.recoveryRequest.update({ where: { id }, data: { detailsCipher: null, answeredAt: now } });
}

export async function removeOldRecoveries(tx: Transaction, before: Date): Promise<number> {
  const { count } = await tx.recoveryRequest.deleteMany({ where: { askedAt: { lt: before } } });
  return count;
}
