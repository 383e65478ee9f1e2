import type { Transaction } from "#platform/db/client.ts";
import type { AnomalyKind, AnomalyLimits } from "../types.ts";

/** So many of each kind are kept, the largest. */
const KEPT = 20;

type Found = { readonly subject: string; readonly found: number; readonly usual: number | null };

/** Keeps what stands out in a wave's people. Its tallies were written before, in the same transaction. */
export async function insertAnomalies(tx: Transaction, waveId: string, limits: AnomalyLimits): Promise<void> {
  const finders = {
    "family-card": findFamilyCards,
    "same-birth": findSameBirths,
    "district-share": findDistricts,
    "one-officer": findOfficers,
    "one-bulk-file": findBulkFiles,
    "joins-in-a-minute": findMinutes,
  } satisfies Record<AnomalyKind, Finder>;
  for (const [kind, find] of Object.entries(finders))
    await keep(tx, waveId, kind, await find(tx, waveId, limits));
}

type Row = Found & { readonly alike: number };
type Finder = (tx: Transaction, waveId: string, limits: AnomalyLimits) => Promise<readonly Row[]>;

async function keep(tx: Transaction, waveId: string, kind: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO wave_anomaly (wave_id, kind, mark, subject, found, usual, alike)
    SELECT ${waveId}::uuid, ${kind}, left(encode(sha256(convert_to(t.subject, 'UTF8')), 'hex'), 12), t.subject, t.found, t.usual, t.alike
    FROM unnest(${rows.map(({ subject }) => subject)}::text[], ${rows.map(({ found }) => found)}::int[],
      ${rows.map(({ usual }) => usual)}::int[], ${rows.map(({ alike }) => alike)}::int[]) AS t (subject, found, usual, alike)`;
}

const findFamilyCards: Finder = (tx, waveId, { perFamilyCard }) => tx.$queryRaw<Row[]>`
  SELECT encode(r.family_card_index, 'hex') AS subject, count(*)::int AS found, NULL::int AS usual, (count(*) OVER ())::int AS alike
  FROM wave_entry e JOIN registration r ON r.participant_id = e.participant_id
  WHERE e.wave_id = ${waveId}::uuid AND r.family_card_index IS NOT NULL
  GROUP BY r.family_card_index HAVING count(*) > ${perFamilyCard}::int
  ORDER BY found DESC, subject LIMIT ${KEPT}`;

/** The first of January and of July stand in registers for days that nobody knows. */
const findSameBirths: Finder = (tx, waveId, { sameBirth }) => tx.$queryRaw<Row[]>`
  SELECT r.village_code || ' ' || r.birth_date AS subject, count(*)::int AS found, NULL::int AS usual, (count(*) OVER ())::int AS alike
  FROM wave_entry e JOIN registration r ON r.participant_id = e.participant_id
  WHERE e.wave_id = ${waveId}::uuid AND r.village_code IS NOT NULL AND r.birth_date IS NOT NULL
    AND to_char(r.birth_date, 'MM-DD') NOT IN ('01-01', '07-01', '12-31')
  GROUP BY r.village_code, r.birth_date HAVING count(*) > ${sameBirth}::int
  ORDER BY found DESC, subject LIMIT ${KEPT}`;

/** Against the shares of the districts in the last three waves that were published before. */
const findDistricts: Finder = (tx, waveId, { least, times, deviations }) => tx.$queryRaw<Row[]>`
  WITH earlier AS (
    SELECT w.id FROM wave w JOIN wave_tally t ON t.wave_id = w.id AND t.dimension = 'all'
    WHERE w.status IN ('published', 'archived') AND w.number < (SELECT number FROM wave WHERE id = ${waveId}::uuid)
    ORDER BY w.number DESC LIMIT 3
  ), before AS (
    SELECT label, sum(joined)::float8 AS joined FROM wave_tally
    WHERE wave_id IN (SELECT id FROM earlier) AND dimension = 'district' AND label <> 'unknown' GROUP BY label
  ), whole AS (
    SELECT (SELECT sum(joined) FROM before) AS before, (
      SELECT sum(joined) FROM wave_tally WHERE wave_id = ${waveId}::uuid AND dimension = 'district' AND label <> 'unknown'
    ) AS here
  ), shares AS (
    SELECT t.label, t.joined, w.here * (coalesce(b.joined, 0) + 0.5) / (w.before + 1) AS usual
    FROM wave_tally t CROSS JOIN whole w LEFT JOIN before b ON b.label = t.label
    WHERE t.wave_id = ${waveId}::uuid AND t.dimension = 'district' AND t.label <> 'unknown' AND w.before >= ${least}::int
  )
  SELECT label AS subject, joined AS found, round(usual)::int AS usual, (count(*) OVER ())::int AS alike
  FROM shares
  WHERE joined >= ${least}::int AND joined > usual * ${times}::int AND (joined - usual) / sqrt(usual) > ${deviations}::int
  ORDER BY joined - usual DESC, label LIMIT ${KEPT}`;

const findOfficers: Finder = (tx, waveId, { least, times }) => tx.$queryRaw<Row[]>`
  WITH counted AS (
    SELECT a.officer_id, count(*)::int AS found FROM wave_entry e JOIN assisted_registration a ON a.participant_id = e.participant_id
    WHERE e.wave_id = ${waveId}::uuid AND a.source = 'form' GROUP BY a.officer_id
  ), usual AS (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY found) AS middle FROM counted)
  SELECT officer_id::text AS subject, found, round(middle)::int AS usual, (count(*) OVER ())::int AS alike
  FROM counted CROSS JOIN usual WHERE found >= ${least}::int AND found > middle * ${times}::int
  ORDER BY found DESC, subject LIMIT ${KEPT}`;

const findBulkFiles: Finder = (tx, waveId, { least, times }) => tx.$queryRaw<Row[]>`
  WITH counted AS (
    SELECT b.bulk_file_id, count(*)::int AS found FROM wave_entry e JOIN bulk_row b ON b.participant_id = e.participant_id
    WHERE e.wave_id = ${waveId}::uuid GROUP BY b.bulk_file_id
  ), usual AS (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY found) AS middle FROM counted)
  SELECT bulk_file_id::text AS subject, found, round(middle)::int AS usual, (count(*) OVER ())::int AS alike
  FROM counted CROSS JOIN usual WHERE found >= ${least}::int AND found > middle * ${times}::int
  ORDER BY found DESC, subject LIMIT ${KEPT}`;

/** Against the middle of all minutes in which anybody joined. */
const findMinutes: Finder = (tx, waveId, { least, times }) => tx.$queryRaw<Row[]>`
  WITH counted AS (
    SELECT date_trunc('minute', joined_at) AS minute, count(*)::int AS found FROM wave_entry
    WHERE wave_id = ${waveId}::uuid GROUP BY 1
  ), usual AS (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY found) AS middle FROM counted)
  SELECT to_char(minute AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS subject, found, round(middle)::int AS usual,
    (count(*) OVER ())::int AS alike
  FROM counted CROSS JOIN usual WHERE found >= ${least}::int AND found > middle * ${times}::int
  ORDER BY found DESC, subject LIMIT ${KEPT}`;
