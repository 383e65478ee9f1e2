import type { WaveStatus } from "#features/waves/types.ts";
import type { Day } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { Measure } from "../types.ts";

export type MeasurableWave = {
  readonly id: string;
  readonly status: WaveStatus;
  readonly measure: Measure | null;
};

/** Everything but plans, and of what is over only what was not measured in its last status. */
export async function findMeasurableWaves(tx: Transaction): Promise<readonly MeasurableWave[]> {
  const rows = await tx.$queryRaw<
    (Pick<MeasurableWave, "id" | "status"> & {
      measured_as: WaveStatus | null;
      asked_at: Date | null;
      took_ms: number | null;
    })[]
  >`
    SELECT w.id, w.status::text AS status, m.status::text AS measured_as, m.asked_at, m.took_ms
    FROM wave w LEFT JOIN wave_measure m ON m.wave_id = w.id
    WHERE w.status NOT IN ('draft', 'scheduled') AND w.rule_version >= 2
      AND (w.status IN ('open', 'closed') OR m.status IS DISTINCT FROM w.status)
    ORDER BY w.number DESC LIMIT 500`;
  return rows.map(({ id, status, measured_as, asked_at, took_ms }) => ({
    id,
    status,
    measure: asked_at && { askedAt: asked_at, status: measured_as, tookMs: took_ms ?? 0 },
  }));
}

export async function askForMeasure(tx: Transaction, waveId: string, askedAt: Date): Promise<void> {
  await tx.waveMeasure.upsert({ where: { waveId }, create: { waveId, askedAt }, update: { askedAt } });
}

/** Holds the wave's figures, so that two measurements never write at once; null when nobody asked for any. */
export async function lockMeasure(
  tx: Transaction,
  waveId: string,
): Promise<{ readonly status: WaveStatus; readonly closesAt: Date } | null> {
  await tx.$executeRaw`SELECT 1 FROM wave_measure WHERE wave_id = ${waveId}::uuid FOR UPDATE`;
  const measure = await tx.waveMeasure.findUnique({ where: { waveId }, select: { waveId: true } });
  return measure && tx.wave.findUnique({ where: { id: waveId }, select: { status: true, closesAt: true } });
}

export async function clearFigures(tx: Transaction, waveId: string): Promise<void> {
  await tx.$executeRaw`SET LOCAL work_mem = '256MB'`;
  await tx.waveTally.deleteMany({ where: { waveId } });
  await tx.waveAnomaly.deleteMany({ where: { waveId } });
}

/** The rules of a scheme that decide on eligibility. */
export type Rules = {
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly excludesOtherAid: boolean;
  readonly recipientsPerFamilyCard: number;
};

/**
 * Counts everybody who joined by every trait in one pass: from the fixed list where there is one, else by the rules as
 * if the wave closed now. Ages are those of the closing day. Answers how many joined.
 */
export async function insertTallies(
  tx: Transaction,
  wave: { readonly id: string; readonly isFixed: boolean; readonly closingDay: Day },
  rules: Rules,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO wave_tally (wave_id, dimension, label, joined, eligible, selected)
    WITH judged AS (
      SELECT participant_id, birth_date, province_code, laid_off, refusal FROM frozen_entry
      WHERE ${wave.isFixed}::boolean AND wave_id = ${wave.id}::uuid
      UNION ALL
      SELECT participant_id, birth_date, province_code, laid_off, refusal
      FROM judged_entries(${wave.id}::uuid, ${wave.closingDay}::date, ${rules.minimumAge}::int, ${rules.maximumAge}::int,
        ${rules.excludesOtherAid}::boolean, ${rules.recipientsPerFamilyCard}::int, NULL)
      WHERE NOT ${wave.isFixed}::boolean
    ), people AS (
      SELECT coalesce(j.province_code, 'unknown') AS province, coalesce(r.district_code, 'unknown') AS district,
        coalesce(r.gender::text, 'unknown') AS gender,
        CASE WHEN j.birth_date IS NULL THEN 'unknown' ELSE
          (ARRAY['under-18', '18-24', '25-34', '35-44', '45-54', '55-64', 'over-64'])[
            width_bucket(extract(year FROM age(${wave.closingDay}::date, j.birth_date)), ARRAY[18, 25, 35, 45, 55, 65]::numeric[]) + 1]
        END AS age,
        coalesce(r.education, 'unknown') AS education,
        CASE WHEN r.disability IS NULL THEN 'unknown' WHEN r.disability = 'none' THEN 'no' ELSE 'yes' END AS disability,
        CASE WHEN j.laid_off THEN 'first' ELSE 'other' END AS priority,
        coalesce(j.refusal, 'eligible') AS verdict,
        coalesce(p.outcome::text, 'not_drawn') AS outcome, j.refusal, p.outcome AS drawn
      FROM judged j
      LEFT JOIN registration r ON r.participant_id = j.participant_id
      LEFT JOIN draw_leaf l ON l.wave_id = ${wave.id}::uuid AND l.participant_id = j.participant_id
      LEFT JOIN draw_place p ON p.wave_id = l.wave_id AND p.position = l.position
    )
    SELECT ${wave.id}::uuid,
      CASE WHEN grouping(province) = 0 THEN 'province' WHEN grouping(district) = 0 THEN 'district'
        WHEN grouping(gender) = 0 THEN 'gender' WHEN grouping(age) = 0 THEN 'age'
        WHEN grouping(education) = 0 THEN 'education' WHEN grouping(disability) = 0 THEN 'disability'
        WHEN grouping(priority) = 0 THEN 'priority' WHEN grouping(verdict) = 0 THEN 'verdict'
        WHEN grouping(outcome) = 0 THEN 'outcome' ELSE 'all' END,
      coalesce(province, district, gender, age, education, disability, priority, verdict, outcome, 'all'),
      count(*), count(*) FILTER (WHERE refusal IS NULL), count(*) FILTER (WHERE drawn = 'selected')
    FROM people
    GROUP BY GROUPING SETS ((province), (district), (gender), (age), (education), (disability), (priority), (verdict), (outcome), ())
    HAVING count(*) > 0`;
}

/** Writes down when and in which status it was measured, and how long this transaction has taken so far. */
export async function finishMeasure(
  tx: Transaction,
  waveId: string,
  measured: { readonly status: WaveStatus; readonly at: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE wave_measure SET status = ${measured.status}::wave_status, measured_at = ${measured.at},
      took_ms = (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::int
    WHERE wave_id = ${waveId}::uuid`;
}
