import type { WaveStatus } from "#features/waves/types.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { EntryRefusal } from "./refusals.ts";
import type { DrawnCandidate } from "./types.ts";

/** A wave that is to be drawn or published. */
export type WaveToSelect = {
  readonly id: string;
  readonly number: number;
  readonly quota: number;
  readonly status: WaveStatus;
  readonly closesAt: Date;
};

/** Draws of different waves go one after the other: each must see the family cards of all before it. */
export async function waitForOtherDraws(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('draw', 0))`;
}

export async function lockWaveToSelect(tx: Transaction, id: string): Promise<WaveToSelect | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.wave.findUnique({
    where: { id },
    select: { id: true, number: true, quota: true, status: true, closesAt: true },
  });
}

/** The number of another wave that was drawn and is not published. */
export async function findUnpublishedDraw(tx: Transaction, exceptWaveId: string): Promise<number | null> {
  const row = await tx.wave.findFirst({
    where: { status: "drawn", id: { not: exceptWaveId } },
    select: { number: true },
  });
  return row?.number ?? null;
}

/** When the latest result was published; a draw is dated no earlier, so that its replay knows what it had seen. */
export async function findLatestPublication(tx: Transaction): Promise<Date | null> {
  const latest = await tx.wave.aggregate({ _max: { publishedAt: true } });
  return latest._max.publishedAt;
}

export type DrawToKeep = {
  readonly waveId: string;
  readonly algorithm: string;
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly digest: Uint8Array<ArrayBuffer>;
  readonly selectedCount: number;
  readonly drawnAt: Date;
  readonly drawnBy: string;
};

const ROWS_AT_ONCE = 10_000;

/** Keeps a draw with its frozen candidates, in their order. */
export async function insertDraw(
  tx: Transaction,
  draw: DrawToKeep,
  drawn: readonly DrawnCandidate[],
): Promise<void> {
  await tx.draw.create({ data: { ...draw, candidateCount: drawn.length } });
  for (let from = 0; from < drawn.length; from += ROWS_AT_ONCE) {
    const rows = drawn.slice(from, from + ROWS_AT_ONCE);
    await tx.$executeRaw`
      INSERT INTO draw_candidate (wave_id, participant_id, family_card_index, priority, rank, outcome)
      SELECT ${draw.waveId}::uuid, person::uuid, decode(family, 'hex'), priority, rank, outcome::draw_outcome
      FROM unnest(
        ${rows.map((row) => row.participantId)}::text[],
        ${rows.map((row) => row.familyCard)}::text[],
        ${rows.map((row) => row.priority)}::smallint[],
        ${rows.map((row) => row.rank)}::int[],
        ${rows.map((row) => row.outcome)}::text[]
      ) AS drawn (person, family, priority, rank, outcome)`;
  }
}

/** Marks the entries that were not drawn, each with its reason. */
export async function markIneligible(
  tx: Transaction,
  waveId: string,
  refused: readonly { readonly participantId: string; readonly code: EntryRefusal["code"] }[],
): Promise<void> {
  for (let from = 0; from < refused.length; from += ROWS_AT_ONCE) {
    const rows = refused.slice(from, from + ROWS_AT_ONCE);
    await tx.$executeRaw`
      UPDATE wave_entry SET status = 'ineligible', reason = refused.code
      FROM unnest(${rows.map((row) => row.participantId)}::text[], ${rows.map((row) => row.code)}::text[])
        AS refused (person, code)
      WHERE wave_id = ${waveId}::uuid AND participant_id = refused.person::uuid`;
  }
}

export async function markWave(
  tx: Transaction,
  waveId: string,
  to: "drawn" | "published",
  now: Date,
): Promise<void> {
  const moment = to === "drawn" ? { drawnAt: now } : { publishedAt: now };
  await tx.wave.update({ where: { id: waveId }, data: { status: to, ...moment } });
}

/** Writes the determinations of the selected in one go; each takes the next place of its family card. */
export async function insertDeterminations(
  tx: Transaction,
  wave: WaveToSelect,
  decreeNumber: string,
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
    SELECT c.participant_id, c.wave_id, c.family_card_index,
      coalesce((SELECT max(d.family_place) FROM determination d WHERE d.family_card_index = c.family_card_index), 0)
        + row_number() OVER (PARTITION BY c.family_card_index ORDER BY c.rank),
      ${decreeNumber}, ${now}
    FROM draw_candidate c
    WHERE c.wave_id = ${wave.id}::uuid AND c.outcome = 'selected'`;
}

/** Gives every drawn entry its outcome. */
export async function settleEntries(
  tx: Transaction,
  waveId: string,
  reasons: { readonly familyCardFull: EntryRefusal["code"]; readonly quotaFull: EntryRefusal["code"] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE wave_entry e
    SET status = CASE WHEN c.outcome = 'selected' THEN 'selected' ELSE 'not_selected' END::wave_entry_status,
      reason = CASE c.outcome
        WHEN 'family_card_full' THEN ${reasons.familyCardFull}
        WHEN 'quota_full' THEN ${reasons.quotaFull}
      END
    FROM draw_candidate c
    WHERE e.wave_id = ${waveId}::uuid AND c.wave_id = e.wave_id AND c.participant_id = e.participant_id`;
}

/** Everyone who joined the wave, with the outcome. */
export async function findOutcomes(
  tx: Transaction,
  waveId: string,
): Promise<{ readonly participantId: string; readonly reason: string | null }[]> {
  return tx.waveEntry.findMany({
    where: { waveId, status: { in: ["selected", "not_selected", "ineligible"] } },
    orderBy: { participantId: "asc" },
    select: { participantId: true, reason: true },
  });
}
