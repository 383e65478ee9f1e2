import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";

// The one place that erases across the stages (docs/decisions/0009): whoever adds a table with people in it decides here.

/** The account, locked, with what proves its owner; whoever joins a wave meanwhile waits. */
export async function lockOwner(
  tx: Transaction,
  id: ParticipantId,
): Promise<{ passwordHash: string | null }> {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.account.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
}

/** Writes down that it was asked for and closes the account; false when it was asked for before. */
export async function closeForErasure(tx: Transaction, id: ParticipantId, now: Date): Promise<boolean> {
  const { count } = await tx.accountErasure.createMany({
    data: [{ participantId: id, askedAt: now }],
    skipDuplicates: true,
  });
  await tx.account.update({ where: { id }, data: { lockedAt: now, sessionVersion: { increment: 1 } } });
  return count === 1;
}

/** Whether an erasure is still to be done, locked. */
export async function lockErasure(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM account_erasure WHERE participant_id = ${participantId}::uuid AND finished_at IS NULL FOR UPDATE`;
  return rows.length > 0;
}

export async function finishErasure(tx: Transaction, participantId: ParticipantId, now: Date): Promise<void> {
  await tx.accountErasure.update({ where: { participantId }, data: { finishedAt: now } });
}

/** What somebody told and showed in order to register, and what came of it. Files go with the sweep of files without a row. */
export async function eraseRegistration(tx: Transaction, participantId: ParticipantId): Promise<void> {
  const where = { participantId };
  await tx.idDocument.deleteMany({ where });
  await tx.registration.deleteMany({ where });
  await tx.verification.deleteMany({ where });
  await tx.reviewCase.deleteMany({ where: { participantId, decision: null } });
  await beginUpkeep(tx);
  await tx.reviewCase.updateMany({ where, data: { statementCipher: null, noteCipher: null } });
}

/** Everything else by which the person could be known, reached or let in. What stays knows an id only. */
export async function eraseAccount(tx: Transaction, id: ParticipantId): Promise<void> {
  await eraseRegistration(tx, id);
  await tx.testAnswer.deleteMany({ where: { attempt: { participantId: id } } });
  await tx.testAttempt.deleteMany({ where: { participantId: id } });
  await tx.notification.deleteMany({ where: { participantId: id } });
  await tx.waveObjection.updateMany({ where: { participantId: id }, data: { text: NOBODY } });
  await tx.assistedRegistration.updateMany({
    where: { participantId: id, witnessNameCipher: { not: null } },
    data: { witnessNameCipher: encryptField(NOBODY) },
  });
  await eraseWaysIn(tx, id);
  const { email } = await tx.account.update({
    where: { id },
    data: { displayName: NOBODY },
    select: { email: true },
  });
  if (email) await tx.signUp.deleteMany({ where: { email } });
  await tx.account.update({ where: { id }, data: nobody });
}

/** Stands where a name was and the books want one. */
const NOBODY = "-";

const nobody = {
  email: null,
  emailVerifiedAt: null,
  emailBouncedAt: null,
  emailBounce: null,
  phoneCipher: null,
  phoneIndex: null,
  phoneVerifiedAt: null,
  passwordHash: null,
} as const;

async function eraseWaysIn(tx: Transaction, accountId: ParticipantId): Promise<void> {
  await tx.session.deleteMany({ where: { accountId } });
  await tx.secondFactor.deleteMany({ where: { accountId } });
  await tx.passkey.deleteMany({ where: { accountId } });
  await tx.passkeyChallenge.deleteMany({ where: { accountId } });
  await tx.emailToken.deleteMany({ where: { accountId } });
  await tx.contactChange.deleteMany({ where: { accountId } });
  await tx.oneTimeCode.deleteMany({ where: { holderId: accountId } });
  await tx.codeGuard.deleteMany({ where: { holderId: accountId } });
  await tx.ssoGrant.deleteMany({ where: { participantId: accountId } });
}

/** Says to the database, for this transaction, that ciphers of what never changes are emptied or renewed on purpose. */
async function beginUpkeep(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT set_config('portal.upkeep', 'on', true)`;
}
