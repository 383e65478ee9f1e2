import { system } from "#authorization/actor.ts";
import type { BeatFrom } from "#features/training/types.ts";
import { recordBeats } from "#features/training/use-cases/record-beats.ts";
import { closeDatabase, database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";

// People in front of the longest lesson, their beats in turns, and the programme's own use-case that hears them.

type Viewer = { readonly participantId: string; readonly sessionId: string };

const SECONDS_A_BEAT = 1;
const begin = new Date("2026-11-24T03:00:00Z");
let lesson = { id: "", seconds: 0 };
let viewers: Viewer[] = [];
let next = 0;
let turn = 0;

/** Opens the longest lesson for so many people, its question already answered. */
export async function seatViewers(count: number): Promise<void> {
  lesson = await database().lesson.findFirstOrThrow({
    orderBy: { seconds: "desc" },
    select: { id: true, seconds: true },
  });
  await database().$executeRaw`
    INSERT INTO account (id, email, display_name, password_hash, role, email_verified_at, created_at)
    SELECT gen_random_uuid(), 'viewer-' || n || '@example.test', 'Viewer', 'none', 'participant', ${begin}, ${begin}
    FROM generate_series(1, ${count}::int) AS n`;
  await database().$executeRaw`
    INSERT INTO watch_clock (participant_id, session_id, lesson_id, sequence, last_at, bank)
    SELECT id, gen_random_uuid(), ${lesson.id}::uuid, 0, ${begin}, 2 FROM account WHERE email LIKE 'viewer-%'`;
  await database().$executeRaw`
    INSERT INTO watch_progress (participant_id, lesson_id, opened_at, updated_at, checkpoint_passed_at)
    SELECT id, ${lesson.id}::uuid, ${begin}, ${begin}, ${begin} FROM account WHERE email LIKE 'viewer-%'`;
  await database().$executeRawUnsafe("ANALYZE watch_clock, watch_progress");
  viewers = await database().$queryRaw<Viewer[]>`
    SELECT participant_id::text AS "participantId", session_id::text AS "sessionId" FROM watch_clock`;
}

/** The next so many viewers claim the second that they have just watched. */
export async function hearBatch(size: number): Promise<void> {
  const beats = Array.from({ length: size }, (): BeatFrom => {
    const viewer = viewers[next % viewers.length];
    if (!viewer) throw new Error("nobody watches");
    turn = Math.floor(next / viewers.length);
    next += 1;
    const from = (turn * SECONDS_A_BEAT) % lesson.seconds;
    return { ...viewer, lessonId: lesson.id, sequence: turn + 1, ranges: [[from, from + SECONDS_A_BEAT]] };
  });
  const now = new Date(begin.getTime() + (turn + 1) * SECONDS_A_BEAT * 1_000);
  const heard = await inOneTransaction(system, (work) => recordBeats(work, beats), { now });
  const isHeard = heard.ok && heard.value.every((one) => one && !one.isSuperseded && one.frontier > 0);
  if (!isHeard) throw new Error("a beat was not believed");
}

export async function closeAll(): Promise<void> {
  await closeDatabase();
}
