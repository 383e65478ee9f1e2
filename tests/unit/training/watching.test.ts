import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frontierOf, hearBeat, lengthOf, takeClock, WATCHING } from "#features/training/policy/watching.ts";
import type { LessonProgress, Range, WatchClock } from "#features/training/types.ts";
import { addSeconds } from "#kernel/calendar.ts";

const start = new Date("2026-11-24T03:00:00Z");
const later = (seconds: number) => addSeconds(start, seconds);
const lesson = { seconds: 90, checkpointAt: 40 };
const fresh: LessonProgress = {
  seen: [],
  checkpointPassedAt: null,
  readingSince: null,
  completedAt: null,
  completedBy: null,
};
const answered: LessonProgress = { ...fresh, checkpointPassedAt: start };
const clockOf = (sessionId: string, before: WatchClock | null = null, now = start) =>
  takeClock(before, { sessionId, lessonId: "lesson" }, now);
const hear = (
  progress: LessonProgress,
  ranges: readonly Range[],
  now: Date,
  { clock = clockOf("a"), sequence = 1, sessionId = "a" } = {},
) => hearBeat({ clock, progress }, lesson, { sequence, sessionId, ranges }, now);

describe("one beat", () => {
  test("someone who watches at their own pace is believed", () => {
    expect(hear(fresh, [[0, 15]], later(15))).toMatchObject({
      kind: "heard",
      granted: 15,
      rejected: 0,
      progress: { seen: [[0, 15]], completedAt: null },
      clock: { sequence: 1, bank: 2 + 15 * 1.5 - 15 },
    });
  });

  test.each<[string, LessonProgress, readonly Range[], number, readonly Range[]]>([
    ["a whole lesson claimed at once gets what the clock earned", answered, [[0, 90]], 10, [[0, 17]]],
    ["a jump ahead gets nothing", answered, [[80, 90]], 60, []],
    [
      "a hole of two seconds is no jump",
      answered,
      [
        [0, 10],
        [12, 20],
      ],
      60,
      [
        [0, 10],
        [12, 20],
      ],
    ],
    ["nothing counts past an unanswered question", fresh, [[0, 60]], 90, [[0, 40]]],
    ["nothing counts past the end", answered, [[0, 95]], 90, [[0, 90]]],
    ["what was seen costs no time", { ...answered, seen: [[0, 30]] }, [[0, 32]], 0, [[0, 32]]],
    [
      "no number but whole ones",
      answered,
      [
        [0.5, 3],
        [-1, 2],
        [5, 5],
        [9, 4],
        [Number.NaN, 3],
      ],
      60,
      [],
    ],
  ])("%s", (_, progress, ranges, seconds, seen) => {
    expect(hear(progress, ranges, later(seconds))).toMatchObject({ kind: "heard", progress: { seen } });
  });

  test("95 % and the answered question complete the lesson; either alone does not", () => {
    const almost: Range[] = [[0, 85]];
    expect(hear({ ...answered, seen: almost }, [[85, 86]], later(5))).toMatchObject({
      progress: { completedBy: "video", completedAt: later(5) },
    });
    expect(hear({ ...answered, seen: [[0, 80]] }, [[80, 85]], later(5))).toMatchObject({
      progress: { completedAt: null },
    });
    expect(hear({ ...fresh, seen: [[0, 90]] }, [[0, 90]], later(5))).toMatchObject({
      progress: { completedAt: null },
    });
  });

  test("a beat that comes again, or comes late, counts nothing", () => {
    const clock = { ...clockOf("a"), sequence: 4 };
    for (const sequence of [1, 4]) {
      expect(hear(fresh, [[0, 10]], later(60), { clock, sequence })).toEqual({ kind: "repeated" });
    }
  });

  test("a session that lost the clock spends what it had earned, and no more than that", () => {
    const clock = clockOf("b", clockOf("a"), later(4));
    const late = hear(fresh, [[0, 10]], later(300), { clock });
    expect(late).toMatchObject({ kind: "late", granted: 6, clock: { ...clock, former: { bank: 0 } } });
    expect(hear(fresh, [[0, 10]], later(4 + WATCHING.grace + 1), { clock })).toEqual({ kind: "superseded" });
  });

  test("a session that lost the clock twice is told so", () => {
    const clock = clockOf("c", clockOf("b", clockOf("a"), later(30)), later(60));
    expect(hear(fresh, [[0, 10]], later(61), { clock })).toEqual({ kind: "superseded" });
    expect(
      hearBeat({ clock: null, progress: fresh }, lesson, { sequence: 1, sessionId: "a", ranges: [] }, start),
    ).toEqual({
      kind: "superseded",
    });
  });
});

describe("the clock", () => {
  test("keeps ten minutes and no more", () => {
    expect(hear(fresh, [], later(86_400))).toMatchObject({ clock: { bank: WATCHING.bank } });
  });

  test("does not earn by waiting before a start, nor run backwards", () => {
    const idle = clockOf("b", clockOf("a"), later(3_600));
    expect(idle.bank).toBe(WATCHING.slack);
    expect(hear(fresh, [], later(-60))).toMatchObject({ clock: { bank: WATCHING.slack, lastAt: start } });
  });
});

const step = fc.record({
  wait: fc.integer({ min: 0, max: 25 }),
  restart: fc.integer({ min: 0, max: 8 }).map((dice) => dice === 0),
  session: fc.constantFrom("mine", "old", "forged"),
  sequence: fc.integer({ min: -3, max: 3 }),
  ranges: fc.array(fc.tuple(fc.integer({ min: -5, max: 700 }), fc.integer({ min: -5, max: 700 })), {
    maxLength: 8,
  }),
  atFrontier: fc.integer({ min: 0, max: 300 }),
});

/** The last beat that was heard of the session that this one says it is. */
function heardOf(clock: WatchClock, session: string): number {
  return session === "old" ? (clock.former?.sequence ?? 0) : clock.sequence;
}

test("whatever is sent, credit never outruns the clock: replays, restarts, two sessions, forged ranges", () => {
  const long = { seconds: 600, checkpointAt: 100 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, isAnswered) => {
      let [clock, progress, now, sessions] = [clockOf("s0"), isAnswered ? answered : fresh, start, 0];
      for (const { wait, restart, session, sequence, ranges, atFrontier } of steps) {
        now = addSeconds(now, wait);
        if (restart) clock = clockOf(`s${++sessions}`, clock, now);
        const sessionId = { mine: clock.sessionId, old: `s${sessions - 1}`, forged: "x" }[session];
        const frontier = frontierOf(progress.seen);
        const claims: Range[] = [...ranges, [frontier, frontier + atFrontier]];
        const beat = { sequence: heardOf(clock, session) + sequence, sessionId, ranges: claims };
        const heard = hearBeat({ clock, progress }, long, beat, now);
        if ("granted" in heard) {
          expect(heard.granted).toBe(lengthOf(heard.progress.seen) - lengthOf(progress.seen));
          [clock, progress] = [heard.clock, heard.progress];
        }
        const elapsed = (now.getTime() - start.getTime()) / 1_000;
        const credit = lengthOf(progress.seen);
        expect(credit).toBeLessThanOrEqual(WATCHING.maxRate * elapsed + WATCHING.slack);
        expect(clock.bank).toBeGreaterThanOrEqual(0);
        if (!isAnswered) expect(progress.seen.every(([, to]) => to <= long.checkpointAt)).toBe(true);
        const inOrder = progress.seen.every(
          ([from, to], index) => from < to && from > (progress.seen[index - 1]?.[1] ?? -1),
        );
        expect(inOrder).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
