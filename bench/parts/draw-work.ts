import { randomUUID } from "node:crypto";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { freezeWaveReaction } from "#features/selection/use-cases/carry-out-freeze.ts";
import { closeDatabase, database, type Transaction } from "#platform/db/client.ts";
import { closeQueue } from "#platform/queue/queue.ts";

const opens = new Date("2026-11-01T03:00:00Z");
const closes = new Date("2026-11-15T03:00:00Z");
const now = new Date("2026-11-16T03:00:00Z");
const somebody = randomUUID();

/** Runs statements with triggers and foreign keys off: what they would look at was not made. */
async function withoutTriggers(run: (tx: Transaction) => Promise<void>): Promise<void> {
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await run(tx);
    },
    { timeout: 3_600_000 },
  );
}

/**
 * A closed wave that so many people joined, and nothing else in the tables: 38 provinces of unlike size, one in twelve laid
 * off, one in fifty known to a register, a family card for every 1.25 people, places for one in eight.
 */
export async function joinPeople(people: number): Promise<string> {
  const waveId = randomUUID();
  await withoutTriggers(async (tx) => {
    await tx.$executeRaw`TRUNCATE wave, registration, verification, determination, frozen_entry, draw_leaf, draw_place, draw_tree CASCADE`;
    await tx.$executeRaw`
      INSERT INTO wave (id, number, scheme_code, parameters, rule_version, opens_at, closes_at, quota, status, opened_at, closed_at, created_at)
      SELECT ${waveId}::uuid, ${people}::int, code, parameters, 2, ${opens}, ${closes}, ${people}::int / 8, 'closed', ${opens}, ${closes}, ${opens}
      FROM scheme WHERE code = 'A'`;
    await tx.$executeRaw`
      CREATE TEMP TABLE person ON COMMIT DROP AS
      SELECT n, ('01930000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id FROM generate_series(1, ${people}::int) n`;
    await tx.$executeRaw`
      INSERT INTO wave_entry (participant_id, wave_id, joined_at) SELECT id, ${waveId}::uuid, ${opens} FROM person ORDER BY n`;
    await tx.$executeRaw`
      INSERT INTO registration (participant_id, step, family_card_index, birth_date, province_code, statements, changes, started_at, updated_at)
      SELECT id, 'submitted', sha256(int4send((random() * ${people}::int * 0.8)::int)), date '1975-01-01' + (random() * 11000)::int,
        (11 + (power(random(), 2) * 37)::int)::text,
        CASE WHEN random() < 0.08 THEN '{"employment": "laid-off"}' WHEN random() < 0.03 THEN '{"inEducation": true}' ELSE '{}' END::jsonb,
        '{}', ${opens}, ${opens}
      FROM person ORDER BY n`;
    await tx.$executeRaw`
      INSERT INTO verification (participant_id, status, requested_at) SELECT id, 'verified', ${opens} FROM person ORDER BY n`;
    await tx.$executeRaw`
      INSERT INTO register_answer (participant_id, register, status, answer, input_fingerprint, attempts, asked_at, answered_at, expires_at)
      SELECT id, 'social_aid', 'answered', '{"entry": {"kind": "cash", "since": "2026-01-01", "until": null}}', sha256(int4send(n)), 1, ${opens}, ${opens}, ${closes}
      FROM person WHERE n % 50 = 0`;
  });
  await database().$executeRawUnsafe("ANALYZE");
  return waveId;
}

async function ask(waveId: string, step: "freeze" | "draw"): Promise<void> {
  const run = { waveId, step, askedBy: somebody, askedAt: now, finishedAt: null, failure: null };
  await database().selectionRun.upsert({
    where: { waveId_step: { waveId, step } },
    create: run,
    update: run,
  });
}

async function requireStatus(waveId: string, status: string): Promise<void> {
  const wave = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  if (wave.status !== status) throw new Error(`the wave is ${wave.status}, not ${status}`);
}

export async function freeze(waveId: string): Promise<void> {
  await ask(waveId, "freeze");
  await freezeWaveReaction({ waveId }, { now });
  await requireStatus(waveId, "frozen");
}

/** The three values, and the approval of the draw. */
export async function showValues(waveId: string): Promise<void> {
  await withoutTriggers(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO draw_reveal (wave_id, party, value, is_fallback, revealed_at)
      SELECT ${waveId}::uuid, party, sha256(convert_to(party::text, 'UTF8')), false, ${now} FROM unnest(enum_range(NULL::draw_party)) party`;
    await tx.$executeRaw`
      INSERT INTO approval (id, subject, step, proposed_by, proposed_at, approved_by, approved_at)
      VALUES (gen_random_uuid(), ${`wave:${waveId}`}, 'draw', gen_random_uuid(), ${now}, gen_random_uuid(), ${now})`;
  });
}

export async function draw(waveId: string): Promise<void> {
  await ask(waveId, "draw");
  await drawWaveReaction({ waveId }, { now });
  await requireStatus(waveId, "drawn");
}

/** As before the draw, so that it can be measured again; the portal itself has no way back. */
export async function undoDraw(waveId: string): Promise<void> {
  const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  await withoutTriggers(async (tx) => {
    await tx.$executeRawUnsafe(`DROP TABLE draw_place_${number}`);
    await tx.$executeRaw`DELETE FROM draw_stratum WHERE wave_id = ${waveId}::uuid`;
    await tx.$executeRaw`DELETE FROM draw WHERE wave_id = ${waveId}::uuid`;
    await tx.$executeRaw`UPDATE wave SET status = 'frozen', drawn_at = NULL WHERE id = ${waveId}::uuid`;
  });
}

/** The limit: the same lines sorted by a hash that they do not lie in the order of, and written to a table. */
export async function sortAlone(waveId: string): Promise<void> {
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL work_mem = '256MB'`;
      await tx.$executeRaw`CREATE TABLE sorted AS SELECT * FROM draw_leaf WHERE wave_id = ${waveId}::uuid ORDER BY entry`;
    },
    { timeout: 3_600_000 },
  );
  await database().$executeRaw`DROP TABLE sorted`;
}

/** Bytes that PostgreSQL has written to temporary files so far. */
export async function temporaryBytes(): Promise<number> {
  await database().$queryRaw`SELECT pg_stat_force_next_flush()::text, pg_stat_clear_snapshot()::text`;
  const [row] = await database().$queryRaw<{ bytes: number }[]>`
    SELECT temp_bytes::float8 AS bytes FROM pg_stat_database WHERE datname = current_database()`;
  return row?.bytes ?? 0;
}

export async function closeAll(): Promise<void> {
  await closeQueue();
  await closeDatabase();
}
