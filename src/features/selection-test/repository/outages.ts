import type { Transaction } from "#platform/db/client.ts";

type Sign = { readonly at: Date; readonly aheadSeconds: number };

/**
 * The last sign of life, locked, and the one of this moment: the database's own time beside the programme's. The first
 * sign of all finds itself.
 */
export async function lockPulse(
  tx: Transaction,
  programmeTime: Date,
): Promise<{ readonly before: Sign; readonly after: Sign }> {
  await tx.$executeRaw`
    INSERT INTO service_pulse (id, at, ahead_seconds)
    SELECT 1, at, round(extract(epoch FROM ${programmeTime}::timestamptz - at)) FROM (SELECT clock_timestamp() AS at) AS clock
    ON CONFLICT DO NOTHING`;
  const before = await tx.$queryRaw<Sign[]>`
    SELECT at, ahead_seconds::float8 AS "aheadSeconds" FROM service_pulse WHERE id = 1 FOR UPDATE`;
  // Asked for apart, so that waiting for the lock does not make this moment older than the last sign.
  const after = await tx.$queryRaw<Sign[]>`
    SELECT at, round(extract(epoch FROM ${programmeTime}::timestamptz - at))::float8 AS "aheadSeconds"
    FROM (SELECT clock_timestamp() AS at) AS clock`;
  if (!before[0] || !after[0]) throw new Error("the pulse has one row");
  return { before: before[0], after: after[0] };
}

export async function keepPulse(tx: Transaction, { at, aheadSeconds }: Sign): Promise<void> {
  await tx.servicePulse.update({ where: { id: 1 }, data: { at, aheadSeconds: BigInt(aheadSeconds) } });
}

/**
 * The longest stretch between two signs in which nobody whose test was running saw a new question or saved an answer:
 * while people are answered, the service is at work, whatever the worker does. Real time in and out.
 */
export async function findSilence(
  tx: Transaction,
  before: Sign,
  after: Sign,
): Promise<{ readonly beganAt: Date; readonly endedAt: Date }> {
  const [row] = await tx.$queryRaw<{ began: Date; ended: Date }[]>`
    WITH told AS (
      SELECT ${before.at}::timestamptz AS began, ${after.at}::timestamptz AS ended,
        make_interval(secs => ${before.aheadSeconds}::float8) AS ahead
    ), running AS MATERIALIZED (
      SELECT id, started_at - ahead AS started_at FROM test_attempt, told
      WHERE submitted_at IS NULL AND superseded_at IS NULL
        AND ends_at > began + ahead AND started_at < ended + ahead
    ), signs AS (
      SELECT began AS at FROM told UNION ALL SELECT ended FROM told
      UNION ALL SELECT started_at FROM running
      UNION ALL SELECT answered_at - ahead FROM running JOIN test_answer ON attempt_id = running.id, told
      UNION ALL SELECT first_shown_at - ahead FROM running JOIN test_answer ON attempt_id = running.id, told
    )
    SELECT lag(signs.at) OVER (ORDER BY signs.at) AS began, signs.at AS ended
    FROM signs, told WHERE signs.at BETWEEN told.began AND told.ended
    ORDER BY signs.at - lag(signs.at) OVER (ORDER BY signs.at) DESC NULLS LAST, signs.at LIMIT 1`;
  if (!row?.began) throw new Error("two signs have a stretch between them");
  return { beganAt: row.began, endedAt: row.ended };
}

/** Writes the outage down and gives every test that was running the time that it took. Says to how many. */
export async function giveBack(
  tx: Transaction,
  outage: {
    readonly id: string;
    readonly beganAt: Date;
    readonly endedAt: Date;
    readonly aheadSeconds: number;
  },
  now: Date,
): Promise<number> {
  await tx.serviceOutage.create({ data: { ...outage, aheadSeconds: BigInt(outage.aheadSeconds) } });
  return tx.$executeRaw`
    WITH outage AS (
      SELECT id, began_at + make_interval(secs => ahead_seconds) AS began, ended_at + make_interval(secs => ahead_seconds) AS ended
      FROM service_outage WHERE id = ${outage.id}::uuid
    ), hit AS MATERIALIZED (
      SELECT id, started_at FROM test_attempt
      WHERE submitted_at IS NULL AND superseded_at IS NULL
        AND ends_at > (SELECT began FROM outage) AND started_at < (SELECT ended FROM outage)
      ORDER BY id FOR NO KEY UPDATE
    )
    INSERT INTO test_time_given_back (attempt_id, outage_id, seconds, given_at)
    SELECT hit.id, outage.id, ceil(extract(epoch FROM outage.ended - greatest(outage.began, hit.started_at)))::int, ${now}
    FROM hit, outage`;
}
