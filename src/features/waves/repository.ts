import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { JoinFacts, NewWave, Wave, WaveId, WaveStatus } from "./types.ts";

const columns = {
  id: true,
  number: true,
  schemeCode: true,
  opensAt: true,
  closesAt: true,
  quota: true,
  status: true,
} as const;

/** The wave, held still until the transaction ends. */
export async function lockWave(tx: Transaction, id: string): Promise<Wave | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR UPDATE`;
  return readWave(tx, id);
}

/** The wave for someone who joins: joiners do not wait for each other, only for a close that is under way. */
export async function shareWave(tx: Transaction, id: string): Promise<Wave | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR SHARE`;
  return readWave(tx, id);
}

async function readWave(tx: Transaction, id: string): Promise<Wave | null> {
  const row = await tx.wave.findUnique({ where: { id }, select: columns });
  return row && { ...row, id: row.id as WaveId };
}

type PersonRow = {
  verified: boolean;
  test_passed: boolean;
  recipient: boolean;
  blacklisted: boolean;
  joined: boolean;
  result_pending: boolean;
};

/**
 * Everything about the person that decides on joining, in one question: the way into a wave is the busiest of all, and
 * a second connection inside a command would run the pool dry.
 */
export async function findJoinFacts(
  tx: Transaction,
  participantId: ParticipantId,
  waveId: string,
): Promise<Omit<JoinFacts, "wave">> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    SELECT
      EXISTS (SELECT 1 FROM verification WHERE participant_id = me.id AND status = 'verified') AS verified,
      EXISTS (SELECT 1 FROM test_attempt WHERE participant_id = me.id AND superseded_at IS NULL AND passed) AS test_passed,
      EXISTS (SELECT 1 FROM determination WHERE participant_id = me.id) AS recipient,
      EXISTS (
        SELECT 1 FROM registration r JOIN blacklist_entry b ON b.nik_index = r.nik_index WHERE r.participant_id = me.id
      ) AS blacklisted,
      EXISTS (SELECT 1 FROM wave_entry WHERE participant_id = me.id AND wave_id = ${waveId}::uuid) AS joined,
      EXISTS (
        SELECT 1 FROM wave_entry e JOIN wave w ON w.id = e.wave_id
        WHERE e.participant_id = me.id AND e.wave_id <> ${waveId}::uuid AND w.status <> 'published'
      ) AS result_pending
    FROM (SELECT ${participantId}::uuid AS id) AS me`;
  return {
    verified: row?.verified === true,
    testPassed: row?.test_passed === true,
    recipient: row?.recipient === true,
    blacklisted: row?.blacklisted === true,
    joined: row?.joined === true,
    resultPending: row?.result_pending === true,
  };
}

/** Says whether this row is new; of two at once only one is. */
export async function insertEntry(
  tx: Transaction,
  entry: { readonly participantId: ParticipantId; readonly waveId: string; readonly joinedAt: Date },
): Promise<boolean> {
  const { count } = await tx.waveEntry.createMany({ data: [entry], skipDuplicates: true });
  return count === 1;
}

export async function findPlanFacts(
  tx: Transaction,
  wave: NewWave,
): Promise<{ readonly numberIsTaken: boolean; readonly schemeExists: boolean }> {
  const taken = await tx.wave.findUnique({ where: { number: wave.number }, select: { id: true } });
  const scheme = await tx.scheme.findUnique({ where: { code: wave.schemeCode }, select: { code: true } });
  return { numberIsTaken: taken !== null, schemeExists: scheme !== null };
}

/** False when the number was taken in the meantime. */
export async function insertWave(
  tx: Transaction,
  wave: NewWave & { readonly id: WaveId; readonly createdAt: Date },
) {
  const { count } = await tx.wave.createMany({
    data: [{ ...wave, status: "scheduled" }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The number of the wave that is open now. */
export async function findOpenNumber(tx: Transaction): Promise<number | null> {
  const row = await tx.wave.findFirst({ where: { status: "open" }, select: { number: true } });
  return row?.number ?? null;
}

const momentOf = {
  scheduled: null,
  open: "openedAt",
  closed: "closedAt",
  drawn: "drawnAt",
  published: "publishedAt",
} as const;

/** Takes a wave one step on; the database refuses any other step. */
export async function moveWave(tx: Transaction, id: WaveId, to: WaveStatus, now: Date): Promise<void> {
  const moment = momentOf[to];
  await tx.wave.update({
    where: { id },
    data: { status: to, ...(moment ? { [moment]: now } : {}) },
  });
}

/** Waves whose time to open or to close has come, earliest first. */
export async function findWavesDue(
  tx: Transaction,
  status: "scheduled" | "open",
  now: Date,
): Promise<WaveId[]> {
  const rows = await tx.wave.findMany({
    where: { status, ...(status === "scheduled" ? { opensAt: { lte: now } } : { closesAt: { lte: now } }) },
    orderBy: { number: "asc" },
    take: 20,
    select: { id: true },
  });
  return rows.map((row) => row.id as WaveId);
}
