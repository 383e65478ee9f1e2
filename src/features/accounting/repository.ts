import { addSeconds } from "#kernel/calendar.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import type { WaveBudgetFacts } from "./types.ts";

/** A letter about a day's head to every auditor who may sign in; one a day and auditor. */
export async function insertLetters(tx: Transaction, day: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ledger_head_letter (day, account_id, due_at)
    SELECT ${day}::date, id, ${now} FROM account WHERE role = 'auditor' AND email IS NOT NULL AND locked_at IS NULL
    ON CONFLICT DO NOTHING`;
}

export type DueLetter = { readonly day: string; readonly accountId: string; readonly attempts: number };

/** Seconds in which nobody else sends a letter that was taken. */
const HELD_SECONDS = 120;

/** Takes letters that are due; whoever dies with them leaves them to the next after a while. */
export async function takeDueLetters(tx: Transaction, now: Date, size: number): Promise<DueLetter[]> {
  const until = addSeconds(now, HELD_SECONDS);
  return tx.$queryRaw<DueLetter[]>`
    UPDATE ledger_head_letter l SET attempts = l.attempts + 1, due_at = ${until}
    FROM (SELECT day, account_id FROM ledger_head_letter WHERE due_at <= ${now}
      ORDER BY due_at LIMIT ${size} FOR UPDATE SKIP LOCKED) AS due
    WHERE l.day = due.day AND l.account_id = due.account_id
    RETURNING l.day::text, l.account_id AS "accountId", l.attempts`;
}

export async function settleLetter(
  { day, accountId }: DueLetter,
  outcome: { readonly sentAt: Date | null; readonly dueAt: Date | null },
): Promise<void> {
  await database().ledgerHeadLetter.update({
    where: { day_accountId: { day: new Date(`${day}T00:00:00Z`), accountId } },
    data: outcome,
  });
}

/** A wave with its budget as they are now, the wave held until the transaction ends. */
export async function lockWaveBudget(tx: Transaction, waveId: string): Promise<WaveBudgetFacts | null> {
  const [row] = await tx.$queryRaw<WaveBudgetFacts[]>`
    SELECT w.id, w.number, w.scheme_code AS "schemeCode", w.status::text,
      coalesce((SELECT amount FROM wave_budget WHERE wave_id = w.id), 0) AS allotted,
      coalesce((SELECT balance FROM ledger_account WHERE kind = 'wave_allotment' AND owner = w.id::text), 0) AS free
    FROM wave w WHERE w.id = ${waveId}::uuid FOR UPDATE OF w`;
  return row ?? null;
}
