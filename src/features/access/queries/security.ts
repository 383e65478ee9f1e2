import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { digitsOfStep, stepAt } from "#platform/web/authenticator.ts";
import { recoveryCodeOf } from "#platform/web/recovery-code.ts";
import type { FactorView, PasskeyLine, SessionLine } from "../types.ts";

/** Recovery codes can be read for half an hour after they were made, until their holder says that they are kept. */
const RECOVERY_SECONDS = 1_800;

/** The account's open sessions, the latest first. */
export async function findSessions(accountId: AccountId, current: string): Promise<SessionLine[]> {
  const rows = await database().$queryRaw<
    (Omit<SessionLine, "network" | "isThis"> & { network: Uint8Array })[]
  >`
    SELECT id, browser, system, network_cipher AS network, started_at AS "startedAt", last_seen_at AS "lastSeenAt"
    FROM session
    WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND started_at > now() - interval '12 hours'
    ORDER BY started_at DESC LIMIT 50`;
  return rows.map((row) => ({ ...row, network: decryptField(row.network), isThis: row.id === current }));
}

export async function findPasskeys(accountId: AccountId): Promise<PasskeyLine[]> {
  return database().passkey.findMany({
    where: { accountId },
    select: { id: true, label: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/** How the second step of an account stands. */
export async function viewFactor(accountId: AccountId, now: Date): Promise<FactorView> {
  const row = await database().secondFactor.findUnique({
    where: { accountId },
    select: { confirmedAt: true, recoveryMadeAt: true, recoveryKeptAt: true },
  });
  const recoveryLeft = await database().recoveryCode.count({ where: { accountId, usedAt: null } });
  return { isOn: Boolean(row?.confirmedAt), recoveryLeft, hasFreshCodes: isFresh(row, now) };
}

/** The secret that waits for its first code, and whose it is; null when none waits. */
export async function findPendingSecret(
  accountId: AccountId,
): Promise<{ readonly secret: string; readonly label: string } | null> {
  const row = await database().secondFactor.findUnique({
    where: { accountId },
    select: { pendingCipher: true },
  });
  if (!row?.pendingCipher) return null;
  const account = await database().account.findUnique({
    where: { id: accountId },
    select: { email: true, displayName: true },
  });
  return { secret: decryptField(row.pendingCipher), label: account?.email ?? account?.displayName ?? "" };
}

/** The ten codes, while they may still be read; null afterwards. */
export async function findFreshCodes(accountId: AccountId, now: Date): Promise<readonly string[] | null> {
  const row = await database().secondFactor.findUnique({
    where: { accountId },
    select: { recoveryBatch: true, recoveryMadeAt: true, recoveryKeptAt: true },
  });
  const batch = row?.recoveryBatch;
  if (!batch || !isFresh(row, now)) return null;
  return Array.from({ length: 10 }, (_, number) => {
    const code = recoveryCodeOf(batch, number);
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

function isFresh(
  row: { readonly recoveryMadeAt: Date | null; readonly recoveryKeptAt: Date | null } | null,
  now: Date,
): boolean {
  if (!row?.recoveryMadeAt || row.recoveryKeptAt) return false;
  return now.getTime() - row.recoveryMadeAt.getTime() < RECOVERY_SECONDS * 1000;
}

/**
 * The code that an authenticator would show now, for accounts of the demo cast and no others; without digits while the
 * next code has to be waited for. Only a page in demo mode asks.
 */
export async function demoDigits(accountId: AccountId): Promise<{ readonly digits: string | null } | null> {
  const [row] = await database().$queryRaw<{ cipher: Uint8Array; lastStep: number | null; now: Date }[]>`
    SELECT f.secret_cipher AS cipher, f.last_step AS "lastStep", now() AS now
    FROM second_factor f JOIN account a ON a.id = f.account_id
    WHERE f.account_id = ${accountId}::uuid AND a.email LIKE '%@contoh.test' AND f.secret_cipher IS NOT NULL`;
  if (!row) return null;
  const step = Math.max(stepAt(row.now), (row.lastStep ?? 0) + 1);
  const isAhead = step > stepAt(row.now) + 1;
  return { digits: isAhead ? null : digitsOfStep(decryptField(row.cipher), step) };
}
