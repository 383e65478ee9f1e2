import type { Transaction } from "#platform/db/client.ts";
import type { LessonProgress, Range, WatchClock, WatchedLesson } from "../types.ts";

export type OpenedLesson = WatchedLesson & {
  readonly lessonId: string;
  readonly courseSlug: string;
  readonly rightAnswer: number;
};

/** A lesson with what it demands; null when there is none. */
export async function findLessonToLearn(
  tx: Transaction,
  where: { readonly id: string } | { readonly slug: string; readonly position: number },
): Promise<OpenedLesson | null> {
  const key = "id" in where ? { id: where.id } : { course: { slug: where.slug }, position: where.position };
  const row = await tx.lesson.findFirst({
    where: key,
    select: { id: true, course: { select: { slug: true } } },
  });
  if (!row) return null;
  const [facts] = await lessonFacts(tx, [row.id]);
  return facts ? { ...facts, lessonId: row.id, courseSlug: row.course.slug } : null;
}

type LessonFacts = WatchedLesson & { readonly lessonId: string; readonly rightAnswer: number };

/** What these lessons demand. */
export async function lessonFacts(tx: Transaction, ids: readonly string[]): Promise<LessonFacts[]> {
  return tx.$queryRaw<LessonFacts[]>`
    SELECT id::text AS "lessonId", seconds, (checkpoint->>'at')::int AS "checkpointAt",
      (checkpoint->>'answer')::int AS "rightAnswer"
    FROM lesson WHERE id = ANY(${[...ids]}::uuid[])`;
}

/** The clocks of these participants, locked in one order so that two batches never wait for each other. */
export async function lockClocks(
  tx: Transaction,
  participantIds: readonly string[],
): Promise<Map<string, WatchClock>> {
  const rows = await tx.$queryRaw<(Omit<WatchClock, "former"> & FormerRow & { participantId: string })[]>`
    SELECT participant_id::text AS "participantId", session_id::text AS "sessionId", lesson_id::text AS "lessonId",
      sequence, last_at AS "lastAt", bank, former_session_id::text AS "formerSessionId",
      former_sequence AS "formerSequence", former_bank AS "formerBank", former_until AS "formerUntil"
    FROM watch_clock WHERE participant_id = ANY(${[...participantIds]}::uuid[])
    ORDER BY participant_id FOR UPDATE`;
  return new Map(rows.map(({ participantId, ...row }) => [participantId, clockOf(row)]));
}

/** All of it is there, or nothing. */
type FormerRow = {
  readonly formerSessionId: string | null;
  readonly formerSequence: number | null;
  readonly formerBank: number | null;
  readonly formerUntil: Date | null;
};

function clockOf({
  formerSessionId: sessionId,
  formerSequence: sequence,
  formerBank: bank,
  formerUntil: until,
  ...clock
}: Omit<WatchClock, "former"> & FormerRow): WatchClock {
  const isThere = sessionId !== null && sequence !== null && bank !== null && until !== null;
  return { ...clock, former: isThere ? { sessionId, sequence, bank, until } : null };
}

/** Gives a participant a clock if they have none; a new one has no session before it. */
export async function openClock(
  tx: Transaction,
  participantId: string,
  { former: _, ...clock }: WatchClock,
): Promise<void> {
  await tx.watchClock.createMany({ data: { participantId, ...clock }, skipDuplicates: true });
}

export async function saveClocks(tx: Transaction, clocks: ReadonlyMap<string, WatchClock>): Promise<void> {
  const rows = [...clocks];
  const formers = rows.map(([, clock]) => clock.former);
  await tx.$executeRaw`
    UPDATE watch_clock AS clock SET session_id = new.session_id, lesson_id = new.lesson_id,
      sequence = new.sequence, last_at = new.last_at, bank = new.bank,
      former_session_id = new.former_session_id, former_sequence = new.former_sequence,
      former_bank = new.former_bank, former_until = new.former_until
    FROM unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, clock]) => clock.sessionId)}::uuid[],
      ${rows.map(([, clock]) => clock.lessonId)}::uuid[], ${rows.map(([, clock]) => clock.sequence)}::int[],
      ${rows.map(([, clock]) => clock.lastAt.toISOString())}::timestamptz[],
      ${rows.map(([, clock]) => clock.bank)}::float8[], ${formers.map((former) => former?.sessionId ?? null)}::uuid[],
      ${formers.map((former) => former?.sequence ?? null)}::int[], ${formers.map((former) => former?.bank ?? null)}::float8[],
      ${formers.map((former) => former?.until.toISOString() ?? null)}::timestamptz[])
      AS new (participant_id, session_id, lesson_id, sequence, last_at, bank,
        former_session_id, former_sequence, former_bank, former_until)
    WHERE clock.participant_id = new.participant_id`;
}

export type ProgressKey = { readonly participantId: string; readonly lessonId: string };
export type KeptProgress = LessonProgress & ProgressKey;

/** Opens a lesson for a person; it may be open already. */
export async function openProgress(tx: Transaction, key: ProgressKey, now: Date): Promise<void> {
  await tx.watchProgress.createMany({
    data: { ...key, openedAt: now, updatedAt: now },
    skipDuplicates: true,
  });
}

type ProgressRow = Omit<KeptProgress, "seen"> & { readonly seen: string };

/** How far these people are in these lessons, locked in one order. */
export async function lockProgress(tx: Transaction, keys: readonly ProgressKey[]): Promise<KeptProgress[]> {
  const rows = await tx.$queryRaw<ProgressRow[]>`
    SELECT participant_id::text AS "participantId", lesson_id::text AS "lessonId", seen::text AS seen,
      checkpoint_passed_at AS "checkpointPassedAt", reading_since AS "readingSince",
      completed_at AS "completedAt", completed_by AS "completedBy"
    FROM watch_progress
    WHERE (participant_id, lesson_id) IN (
      SELECT * FROM unnest(${keys.map((key) => key.participantId)}::uuid[], ${keys.map((key) => key.lessonId)}::uuid[]))
    ORDER BY participant_id, lesson_id FOR UPDATE`;
  return rows.map((row) => ({ ...row, seen: rangesOf(row.seen) }));
}

export type ChangedProgress = KeptProgress & { readonly frontier: number; readonly newlyRejected: number };

export async function saveProgress(
  tx: Transaction,
  rows: readonly ChangedProgress[],
  now: Date,
): Promise<void> {
  const moments = (key: "checkpointPassedAt" | "completedAt" | "readingSince") =>
    rows.map((row) => row[key]?.toISOString() ?? null);
  await tx.$executeRaw`
    UPDATE watch_progress AS kept SET seen = new.seen::int4multirange, frontier = new.frontier,
      rejected = kept.rejected + new.rejected, updated_at = ${now}, reading_since = new.reading_since,
      checkpoint_passed_at = new.passed_at, completed_at = new.completed_at, completed_by = new.completed_by
    FROM unnest(${rows.map((row) => row.participantId)}::uuid[], ${rows.map((row) => row.lessonId)}::uuid[],
      ${rows.map((row) => multirangeOf(row.seen))}::text[], ${rows.map((row) => row.frontier)}::int[],
      ${rows.map((row) => row.newlyRejected)}::int[], ${moments("readingSince")}::timestamptz[],
      ${moments("checkpointPassedAt")}::timestamptz[], ${moments("completedAt")}::timestamptz[],
      ${rows.map((row) => row.completedBy)}::text[])
      AS new (participant_id, lesson_id, seen, frontier, rejected, reading_since, passed_at, completed_at, completed_by)
    WHERE kept.participant_id = new.participant_id AND kept.lesson_id = new.lesson_id`;
}

/** A person reads one lesson at a time: beginning another ends the reading of those not finished. */
export async function endOtherReadings(
  tx: Transaction,
  { participantId, lessonId }: { readonly participantId: string; readonly lessonId: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE watch_progress SET reading_since = NULL
    WHERE participant_id = ${participantId}::uuid AND lesson_id <> ${lessonId}::uuid
      AND completed_at IS NULL AND reading_since IS NOT NULL`;
}

function rangesOf(multirange: string): Range[] {
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

function multirangeOf(ranges: readonly Range[]): string {
  return `{${ranges.map(([from, to]) => `[${from},${to})`).join(",")}}`;
}
