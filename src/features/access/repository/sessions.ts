import type { AccountId, Id } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";

type NewSession = {
  readonly id: Id<"session">;
  readonly accountId: AccountId;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string;
  /** Signed in with something that counts as both steps. */
  readonly hasShownBoth?: boolean;
};

// A session's times are the database's: a session does not end because the programme's clock was moved ahead.

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  const { id, accountId, browser, system, network, hasShownBoth = false } = session;
  await tx.$executeRaw`
    INSERT INTO session (id, account_id, started_at, last_seen_at, browser, system, network_cipher, second_factor_at)
    VALUES (${id}::uuid, ${accountId}::uuid, now(), now(), ${browser}, ${system}, ${encryptField(network)},
      CASE WHEN ${hasShownBoth}::boolean THEN now() END)`;
}

export async function markSecondStep(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE session SET second_factor_at = now() WHERE id = ${id}::uuid`;
}

/** Ends one session of an account; false when it has none of that id that is still open. */
export async function endSession(tx: Transaction, accountId: AccountId, id: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE session SET ended_at = now()
    WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid AND ended_at IS NULL`;
  return ended === 1;
}

/** Ends every session of an account but this one; all of them without one. */
export async function endOtherSessions(tx: Transaction, accountId: AccountId, but?: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE session SET ended_at = now()
    WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND id IS DISTINCT FROM ${but ?? null}::uuid`;
}

/** The machine's time, which the codes of an app go by. */
export async function machineTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  return row.now;
}

/** Forgets sessions that ended long ago. */
export async function removeOldSessions(tx: Transaction): Promise<number> {
  return tx.$executeRaw`DELETE FROM session WHERE started_at < now() - interval '90 days'`;
}
