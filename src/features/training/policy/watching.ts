import { addSeconds, secondsBetween } from "#kernel/calendar.ts";
import type {
  Beat,
  FormerSession,
  LessonProgress,
  Range,
  Standing,
  WatchClock,
  WatchedLesson,
} from "../types.ts";

/**
 * What the server believes of a player. Time is the server's: a clock earns at most `maxRate` seconds of viewing a
 * second, keeps at most `bank`, and starts with `slack` once. Over any stretch: credit <= maxRate x elapsed + slack.
 */
export const WATCHING = {
  maxRate: 1.5,
  slack: 2,
  bank: 600,
  tolerance: 2,
  cover: 0.95,
  grace: 86_400,
} as const;

/** What a clock may spend at a moment. */
function earned(clock: WatchClock, now: Date): number {
  const elapsed = Math.max(0, secondsBetween(clock.lastAt, now));
  return Math.min(WATCHING.bank, clock.bank + elapsed * WATCHING.maxRate);
}

/**
 * A player takes the clock, from another one or anew. Starting over mints nothing: of what was earned, the new session
 * gets no more than the slack, and the one before may still claim the rest.
 */
export function takeClock(
  before: WatchClock | null,
  session: { readonly sessionId: string; readonly lessonId: string },
  now: Date,
): WatchClock {
  const held = before ? earned(before, now) : WATCHING.slack;
  const bank = Math.min(WATCHING.slack, held);
  const isAnother = before !== null && before.sessionId !== session.sessionId;
  return {
    ...session,
    ...{ sequence: 0, lastAt: latest(before?.lastAt, now), bank },
    former: isAnother
      ? {
          ...{ sessionId: before.sessionId, sequence: before.sequence, bank: held - bank },
          until: addSeconds(now, WATCHING.grace),
        }
      : null,
  };
}

type Watching = { readonly clock: WatchClock | null; readonly progress: LessonProgress };

type Heard =
  /** Another session holds the clock, and this one has nothing left to claim. */
  | { readonly kind: "superseded" }
  /** Heard before: nothing is counted twice. */
  | { readonly kind: "repeated" }
  | {
      /** "late": of a session that lost the clock, paid from what it had earned by then. */
      readonly kind: "heard" | "late";
      readonly clock: WatchClock;
      readonly progress: LessonProgress;
      /** Seconds that were new and believed, and seconds that were not believed. */
      readonly granted: number;
      readonly rejected: number;
    };

/** Hears one beat: pays for seconds not yet seen, in order, up to the gate, as far as the clock's time reaches. */
export function hearBeat({ clock, progress }: Watching, lesson: WatchedLesson, beat: Beat, now: Date): Heard {
  const purse = clock && purseOf(clock, beat.sessionId, now);
  if (!clock || !purse) return { kind: "superseded" };
  if (beat.sequence <= purse.sequence) return { kind: "repeated" };
  const gate = progress.checkpointPassedAt ? lesson.seconds : Math.min(lesson.checkpointAt, lesson.seconds);
  let seen = progress.seen;
  let granted = 0;
  let rejected = 0;
  for (const claim of beat.ranges.filter(isRange)) {
    const fresh = unseen(seen, believable(claim, seen, gate));
    const paid = firstSeconds(fresh, Math.floor(purse.bank - granted));
    seen = paid.reduce(united, seen);
    granted += lengthOf(paid);
    rejected += lengthOf(unseen(seen, claim));
  }
  const left = { sequence: beat.sequence, bank: purse.bank - granted };
  return {
    kind: purse.kind,
    clock:
      purse.kind === "heard"
        ? { ...clock, ...left, lastAt: latest(clock.lastAt, now) }
        : { ...clock, former: { ...purse.former, ...left } },
    progress: completed({ ...progress, seen }, lesson, now),
    ...{ granted, rejected },
  };
}

type Purse = { readonly sequence: number; readonly bank: number } & (
  | { readonly kind: "heard" }
  | { readonly kind: "late"; readonly former: FormerSession }
);

/** What this session may spend now; null when it has no clock, nor a rest in time. */
function purseOf(clock: WatchClock, sessionId: string, now: Date): Purse | null {
  const { former } = clock;
  if (clock.sessionId === sessionId)
    return { kind: "heard", sequence: clock.sequence, bank: earned(clock, now) };
  if (former?.sessionId !== sessionId || now > former.until) return null;
  return { kind: "late", former, sequence: former.sequence, bank: former.bank };
}

/** What of a claim lies before the gate; nothing of one that jumps ahead. */
function believable([from, to]: Range, seen: readonly Range[], gate: number): Range {
  return from > frontierOf(seen) + WATCHING.tolerance ? [from, from] : [from, Math.min(to, gate)];
}

/** First second that is not yet seen; a hole no longer than the tolerance is none. */
export function frontierOf(seen: readonly Range[]): number {
  let frontier = 0;
  for (const [from, to] of seen) {
    if (from > frontier + WATCHING.tolerance) break;
    frontier = Math.max(frontier, to);
  }
  return frontier;
}

/** The progress with its completion by video, when 95 % are seen and the question is answered. */
export function completed(progress: LessonProgress, lesson: WatchedLesson, now: Date): LessonProgress {
  if (progress.completedAt || !progress.checkpointPassedAt) return progress;
  if (lengthOf(progress.seen) < lesson.seconds * WATCHING.cover) return progress;
  return { ...progress, completedAt: now, completedBy: "video" };
}

export function standingOf(progress: LessonProgress, lesson: WatchedLesson): Standing {
  return {
    frontier: frontierOf(progress.seen),
    checkpoint: progress.checkpointPassedAt ? null : lesson.checkpointAt,
    isDone: progress.completedAt !== null,
  };
}

function isRange([from, to]: Range): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from;
}

export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

function united(seen: readonly Range[], [from, to]: Range): readonly Range[] {
  const touching = seen.filter(([start, end]) => start <= to && end >= from);
  const apart = seen.filter((range) => !touching.includes(range));
  const joined: Range = [
    Math.min(from, ...touching.map(([start]) => start)),
    Math.max(to, ...touching.map(([, end]) => end)),
  ];
  return [...apart, joined].sort(([one], [other]) => one - other);
}

/** The parts of a range that are not yet seen. */
function unseen(seen: readonly Range[], [from, to]: Range): readonly Range[] {
  const parts: Range[] = [];
  let start = from;
  for (const [seenFrom, seenTo] of seen) {
    if (seenTo <= start) continue;
    if (seenFrom >= to) break;
    if (seenFrom > start) parts.push([start, seenFrom]);
    start = seenTo;
  }
  if (start < to) parts.push([start, to]);
  return parts;
}

function firstSeconds(ranges: readonly Range[], seconds: number): readonly Range[] {
  const paid: Range[] = [];
  let left = seconds;
  for (const [from, to] of ranges) {
    if (left <= 0) break;
    const end = Math.min(to, from + left);
    paid.push([from, end]);
    left -= end - from;
  }
  return paid;
}

function latest(one: Date | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
