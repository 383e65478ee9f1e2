import type { Transaction } from "#platform/db/client.ts";
import { EXPOSURE_DAYS, type ExposedItem, QUICK_SECONDS } from "../types/bank.ts";

/** Lets one counting go on at a time; false when another is at it. */
export async function lockRollUps(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('test item roll-ups', 0)) AS taken`;
  return row?.taken === true;
}

/** Attempts that wait to be counted, oldest first. With this transaction they wait no longer. */
export async function takeUncounted(
  tx: Transaction,
  step: "drawn" | "submitted",
  most: number,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ attempt_id: string }[]>`
    DELETE FROM test_uncounted WHERE (step, attempt_id) IN (
      SELECT step, attempt_id FROM test_uncounted WHERE step = ${step}::test_attempt_step
      ORDER BY attempt_id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING attempt_id`;
  return rows.map((row) => row.attempt_id);
}

/** Adds these attempts to the tests of their day (WIB), and to every item that they show. */
export async function addExposure(tx: Transaction, attemptIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO test_day AS kept (day, attempts)
    SELECT (started_at AT TIME ZONE 'Asia/Jakarta')::date, count(*)::int
    FROM test_attempt
    WHERE id = ANY(${attemptIds}::uuid[])
      AND EXISTS (SELECT 1 FROM test_answer WHERE attempt_id = test_attempt.id)
    GROUP BY 1
    ON CONFLICT (day) DO UPDATE SET attempts = kept.attempts + excluded.attempts`;
  await tx.$executeRaw`
    INSERT INTO test_item_exposure AS kept (item_id, day, attempts)
    SELECT item_id, (started_at AT TIME ZONE 'Asia/Jakarta')::date, count(*)::int
    FROM test_answer JOIN test_attempt ON test_attempt.id = attempt_id
    WHERE attempt_id = ANY(${attemptIds}::uuid[])
    GROUP BY 1, 2
    ON CONFLICT (item_id, day) DO UPDATE SET attempts = kept.attempts + excluded.attempts`;
}

/**
 * Adds the answers of these handed-in attempts to the sums of their items. The rest score is taken from the other
 * knowledge items of the same attempt. An answer took from the save before it (or the start) to its own last save.
 */
export async function addAnswers(tx: Transaction, attemptIds: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH taken AS (
      SELECT given.attempt_id, given.item_id, given.choice, given.answered_at,
        (given.choice IS NOT NULL AND given.choice = item.answer)::int AS is_right,
        (item.answer IS NOT NULL)::int AS is_known,
        (attempt.submitted_at AT TIME ZONE 'Asia/Jakarta')::date AS day,
        coalesce(lag(given.answered_at) OVER (PARTITION BY given.attempt_id ORDER BY given.answered_at),
          attempt.started_at) AS before
      FROM test_answer AS given
      JOIN test_item AS item ON item.id = given.item_id
      JOIN test_attempt AS attempt ON attempt.id = given.attempt_id
      WHERE given.attempt_id = ANY(${attemptIds}::uuid[]) AND attempt.submitted_at IS NOT NULL
    ), scored AS MATERIALIZED (
      SELECT item_id, choice, day, coalesce(is_right, 0) AS is_right,
        coalesce(answered_at - before < ${QUICK_SECONDS} * interval '1 second', false) AS is_quick,
        CASE WHEN is_known = 1 THEN coalesce(round(1000.0 * (sum(is_right) OVER attempt - is_right)
          / nullif(sum(is_known) OVER attempt - 1, 0)), 0)::bigint ELSE 0 END AS rest,
        CASE WHEN choice IS NOT NULL
          THEN least(240, greatest(0, floor(extract(epoch FROM answered_at - before) / 5)))::smallint END AS bucket
      FROM taken WINDOW attempt AS (PARTITION BY attempt_id)
    ), measured AS (
      INSERT INTO test_item_measure AS kept
        (item_id, answers, omitted, "right", rest_sum, rest_squares, rest_of_right, measured_at)
      SELECT item_id, count(*)::int, count(*) FILTER (WHERE choice IS NULL)::int, sum(is_right)::int,
        sum(rest)::bigint, sum(rest * rest)::bigint, sum(rest * is_right)::bigint, ${now}
      FROM scored GROUP BY item_id
      ON CONFLICT (item_id) DO UPDATE SET
        answers = kept.answers + excluded.answers, omitted = kept.omitted + excluded.omitted,
        "right" = kept."right" + excluded."right", rest_sum = kept.rest_sum + excluded.rest_sum,
        rest_squares = kept.rest_squares + excluded.rest_squares,
        rest_of_right = kept.rest_of_right + excluded.rest_of_right, measured_at = excluded.measured_at
    ), chosen AS (
      INSERT INTO test_item_choice AS kept (item_id, choice, answers, rest_sum)
      SELECT item_id, choice, count(*)::int, sum(rest)::bigint
      FROM scored WHERE choice IS NOT NULL GROUP BY item_id, choice
      ON CONFLICT (item_id, choice) DO UPDATE SET
        answers = kept.answers + excluded.answers, rest_sum = kept.rest_sum + excluded.rest_sum
    ), dated AS (
      INSERT INTO test_item_day AS kept (item_id, day, answers, "right", quick_right)
      SELECT item_id, day, count(*)::int, sum(is_right)::int, coalesce(sum(is_right) FILTER (WHERE is_quick), 0)::int
      FROM scored GROUP BY item_id, day
      ON CONFLICT (item_id, day) DO UPDATE SET answers = kept.answers + excluded.answers,
        "right" = kept."right" + excluded."right", quick_right = kept.quick_right + excluded.quick_right
    )
    INSERT INTO test_item_time AS kept (item_id, bucket, answers)
    SELECT item_id, bucket, count(*)::int
    FROM scored WHERE bucket IS NOT NULL GROUP BY item_id, bucket
    ON CONFLICT (item_id, bucket) DO UPDATE SET answers = kept.answers + excluded.answers`;
}

/** Approved knowledge items with how often the tests since a day (WIB) showed them, and how many tests these were. */
export async function findExposed(
  tx: Transaction,
  until: Date,
): Promise<{ readonly items: readonly ExposedItem[]; readonly attempts: number }> {
  const items = await tx.$queryRaw<
    (Omit<ExposedItem, "limit"> & { readonly exposure_limit: number | null })[]
  >`
    SELECT item.id, item.kind::text AS kind, item.difficulty, coalesce(item.family, item.code) AS family,
      item.exposure_limit, coalesce(sum(shown.attempts), 0)::int AS shown
    FROM test_item AS item
    LEFT JOIN test_item_exposure AS shown ON shown.item_id = item.id
      AND shown.day > (${until}::timestamptz AT TIME ZONE 'Asia/Jakarta')::date - ${EXPOSURE_DAYS}::int
    WHERE item.state = 'approved' AND item.kind <> 'motivation'
    GROUP BY item.id`;
  const [all] = await tx.$queryRaw<{ attempts: number }[]>`
    SELECT coalesce(sum(attempts), 0)::int AS attempts FROM test_day
    WHERE day > (${until}::timestamptz AT TIME ZONE 'Asia/Jakarta')::date - ${EXPOSURE_DAYS}::int`;
  return {
    items: items.map(({ exposure_limit, ...item }) => ({ ...item, limit: exposure_limit })),
    attempts: all?.attempts ?? 0,
  };
}

/** Lets exactly these approved items rest and wakes all others. Says how many changed. */
export async function setResting(tx: Transaction, ids: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE test_item SET active = NOT active
    WHERE state = 'approved' AND active = (id = ANY(${ids}::text[]))`;
}
