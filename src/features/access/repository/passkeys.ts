import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";

export async function findPasskeysOf(tx: Transaction, accountId: AccountId) {
  return tx.passkey.findMany({ where: { accountId }, select: { id: true, transports: true } });
}

/** A passkey and whose it is, locked until this transaction ends. */
export async function lockPasskey(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM passkey WHERE id = ${id} FOR UPDATE`;
  const row = await tx.passkey.findUnique({
    where: { id },
    select: { id: true, accountId: true, publicKey: true, counter: true },
  });
  return row && { ...row, accountId: row.accountId as AccountId, counter: Number(row.counter) };
}

export async function insertPasskey(
  tx: Transaction,
  passkey: {
    readonly id: string;
    readonly accountId: AccountId;
    readonly publicKey: Uint8Array<ArrayBuffer>;
    readonly counter: number;
    readonly transports: readonly string[];
    readonly label: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  const { counter, transports, ...row } = passkey;
  await tx.passkey.create({ data: { ...row, counter: BigInt(counter), transports: [...transports] } });
}

export async function markPasskeyUsed(
  tx: Transaction,
  id: string,
  counter: number,
  now: Date,
): Promise<void> {
  await tx.passkey.update({ where: { id }, data: { counter: BigInt(counter), lastUsedAt: now } });
}

/** Removes a passkey of this account; false when it has none of that id. */
export async function removePasskey(tx: Transaction, accountId: AccountId, id: string): Promise<boolean> {
  const { count } = await tx.passkey.deleteMany({ where: { id, accountId } });
  return count === 1;
}

export async function insertChallenge(
  tx: Transaction,
  challenge: { readonly id: string; readonly challenge: string; readonly accountId: AccountId | null },
): Promise<void> {
  const { id, accountId } = challenge;
  await tx.$executeRaw`
    INSERT INTO passkey_challenge (id, challenge, account_id, created_at)
    VALUES (${id}::uuid, ${challenge.challenge}, ${accountId}::uuid, now())`;
}

/** Takes a challenge away, so that it is signed once; null when it is gone, old, or somebody else's. */
export async function takeChallenge(
  tx: Transaction,
  id: string,
  accountId: AccountId | null,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ challenge: string }[]>`
    DELETE FROM passkey_challenge
    WHERE id = ${id}::uuid AND account_id IS NOT DISTINCT FROM ${accountId}::uuid
      AND created_at > now() - interval '5 minutes'
    RETURNING challenge`;
  return row?.challenge ?? null;
}

export async function removeOldChallenges(tx: Transaction): Promise<number> {
  return tx.$executeRaw`DELETE FROM passkey_challenge WHERE created_at < now() - interval '5 minutes'`;
}
