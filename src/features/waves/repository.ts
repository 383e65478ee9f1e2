import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import { schemeParameters } from "./schema.ts";
import type {
  AnnouncedWave,
  JoinFacts,
  SchemeParameters,
  Wave,
  WaveId,
  WaveStatus,
  WaveTime,
} from "./types.ts";

const columns = {
  id: true,
  number: true,
  kind: true,
  schemeCode: true,
  parameters: true,
  ruleVersion: true,
  opensAt: true,
  closesAt: true,
  quota: true,
  status: true,
} as const;

/**
 * Holds the calendar of waves still until the transaction ends: of two who schedule, open or count on free places at
 * once, the second sees what the first did. Taken before any wave.
 */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await takeTurn(tx, "wave calendar");
}

/** The wave, held still until the transaction ends. */
export async function lockWave(tx: Transaction, id: string): Promise<Wave | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.wave.findUnique({ where: { id }, select: columns });
  const parameters = row?.parameters ? schemeParameters.parse(row.parameters) : null;
  return row && { ...row, id: row.id as WaveId, parameters };
}

type TimeRow = { status: WaveStatus; opens_at: Date; closes_at: Date };

/** A wave's times without waiting for anybody. */
export async function findWaveTime(tx: Transaction, id: string): Promise<WaveTime | null> {
  const [row] = await tx.$queryRaw<TimeRow[]>`
    SELECT status::text, opens_at, closes_at FROM wave WHERE id = ${id}::uuid`;
  return row ? { status: row.status, opensAt: row.opens_at, closesAt: row.closes_at } : null;
}

/**
 * The way into a wave: those who join pass together, and who closes it bars the way, waits for those inside and lets
 * nobody past. A row's share lock alone would let joiners overtake a waiting close for as long as they come (the
 * database takes it too, for whoever comes past this). Taken before the calendar and the wave.
 */
export async function passTurnstile(tx: Transaction, waveId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`join ${waveId}`}, 0))`;
}

export async function barTurnstile(tx: Transaction, waveId: string): Promise<void> {
  await takeTurn(tx, `join ${waveId}`);
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
        WHERE e.participant_id = me.id AND e.wave_id <> ${waveId}::uuid AND w.status NOT IN ('published', 'archived')
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

/** The number of the wave that is open now; one whose end has come is not. */
export async function findOpenNumber(tx: Transaction, now: Date): Promise<number | null> {
  const row = await tx.wave.findFirst({
    where: { status: "open", closesAt: { gt: now } },
    select: { number: true },
  });
  return row?.number ?? null;
}

/** The other waves that people were told of or can join, with an end ahead. */
export async function findAnnouncedWaves(
  tx: Transaction,
  now: Date,
  except: WaveId,
): Promise<readonly AnnouncedWave[]> {
  return tx.wave.findMany({
    where: { status: { in: ["scheduled", "open"] }, closesAt: { gt: now }, id: { not: except } },
    orderBy: { opensAt: "asc" },
    select: { number: true, opensAt: true, closesAt: true },
  });
}

/**
 * Opens a wave: from here on its scheme's numbers and the version of the rules are its own. One that is opened before
 * its time takes people from now on. Returns those numbers.
 */
export async function fixAndOpen(
  tx: Transaction,
  wave: Wave,
  { ruleVersion, now }: { readonly ruleVersion: number; readonly now: Date },
): Promise<SchemeParameters> {
  const scheme = await tx.scheme.findUniqueOrThrow({ where: { code: wave.schemeCode } });
  const parameters = schemeParameters.parse(scheme.parameters);
  const opensAt = wave.opensAt < now ? wave.opensAt : now;
  await tx.wave.update({
    where: { id: wave.id },
    data: { status: "open", openedAt: now, opensAt, parameters, ruleVersion },
  });
  return parameters;
}

export async function endWave(tx: Transaction, id: WaveId, now: Date): Promise<void> {
  await tx.wave.update({ where: { id }, data: { status: "closed", closedAt: now } });
}

/** To where nothing is fixed yet. */
export async function setPlanned(tx: Transaction, id: WaveId, status: "draft" | "scheduled"): Promise<void> {
  await tx.wave.update({ where: { id }, data: { status } });
}

/** The open wave whose end lies longest before this moment. */
export async function findWaveToClose(tx: Transaction, ended: Date): Promise<WaveId | null> {
  const row = await tx.wave.findFirst({
    where: { status: "open", closesAt: { lte: ended } },
    orderBy: { closesAt: "asc" },
    select: { id: true },
  });
  return row && (row.id as WaveId);
}

/** The scheduled wave whose time came first. */
export async function findWaveToOpen(tx: Transaction, now: Date): Promise<WaveId | null> {
  const row = await tx.wave.findFirst({
    where: { status: "scheduled", opensAt: { lte: now } },
    orderBy: { opensAt: "asc" },
    select: { id: true },
  });
  return row && (row.id as WaveId);
}
