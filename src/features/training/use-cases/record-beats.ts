import { type SystemActor, system } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { frontierOf, hearBeat, standingOf } from "../policy/watching.ts";
import {
  type ChangedProgress,
  lessonFacts,
  lockClocks,
  lockProgress,
  saveClocks,
  saveProgress,
} from "../repository/watching.ts";
import type { BeatAnswer, BeatFrom, WatchClock } from "../types.ts";

/** Null for a beat of a lesson that was never opened. */
export type Recorded = BeatAnswer | null;

/** Hears many beats in one transaction, each participant's in the order they came; answers in the order asked. */
export async function recordBeats(
  { tx, now }: Work<SystemActor>,
  beats: readonly BeatFrom[],
): Promise<Result<Recorded[], never>> {
  const lessons = new Map(
    (await lessonFacts(tx, [...new Set(beats.map((beat) => beat.lessonId))])).map((row) => [
      row.lessonId,
      row,
    ]),
  );
  const clocks = await lockClocks(tx, [...new Set(beats.map((beat) => beat.participantId))].sort());
  const rows = new Map(
    (await lockProgress(tx, beats)).map((row): [string, ChangedProgress] => [
      keyOf(row),
      { ...row, frontier: frontierOf(row.seen), newlyRejected: 0 },
    ]),
  );
  const changedClocks = new Map<string, WatchClock>();
  const changedRows = new Map<string, ChangedProgress>();

  const answers = beats.map((beat): Recorded => {
    const lesson = lessons.get(beat.lessonId);
    const row = rows.get(keyOf(beat));
    if (!lesson || !row) return null;
    const heard = hearBeat(
      { clock: clocks.get(beat.participantId) ?? null, progress: row },
      lesson,
      beat,
      now,
    );
    if (heard.kind === "superseded" || heard.kind === "repeated") {
      const isSuperseded = heard.kind === "superseded";
      return { ...standingOf(row, lesson), sequence: beat.sequence, isSuperseded };
    }
    const changed = {
      ...{ ...row, ...heard.progress },
      frontier: frontierOf(heard.progress.seen),
      newlyRejected: row.newlyRejected + heard.rejected,
    };
    rows.set(keyOf(beat), changed);
    changedRows.set(keyOf(beat), changed);
    clocks.set(beat.participantId, heard.clock);
    changedClocks.set(beat.participantId, heard.clock);
    const isSuperseded = heard.kind === "late";
    return { ...standingOf(changed, lesson), sequence: beat.sequence, isSuperseded };
  });
  if (changedClocks.size > 0) {
    await saveClocks(tx, changedClocks);
    await saveProgress(tx, [...changedRows.values()], now);
  }
  return ok(answers);
}

function keyOf({
  participantId,
  lessonId,
}: {
  readonly participantId: string;
  readonly lessonId: string;
}): string {
  return participantId + lessonId;
}

type Waiting = {
  readonly beat: BeatFrom;
  readonly answer: (recorded: Recorded) => void;
  readonly fail: (error: unknown) => void;
};

const GATHER_MS = 100;
const BATCH = 200;
let waiting: Waiting[] = [];
let timer: NodeJS.Timeout | undefined;

/** How many beats wait to be heard: the measure of the load. */
export function beatsWaiting(): number {
  return waiting.length;
}

/** Hears one beat together with all that come within a tenth of a second: one transaction for many people. */
export function recordBeat(beat: BeatFrom): Promise<Recorded> {
  return new Promise((answer, fail) => {
    waiting.push({ beat, answer, fail });
    if (waiting.length >= BATCH) void recordWaiting();
    else timer ??= setTimeout(() => void recordWaiting(), GATHER_MS);
  });
}

async function recordWaiting(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const batch = waiting;
  waiting = [];
  try {
    const beats = batch.map(({ beat }) => beat);
    const recorded = await inOneTransaction(system, (work) => recordBeats(work, beats));
    batch.forEach(({ answer }, index) => {
      answer(recorded.ok ? (recorded.value[index] ?? null) : null);
    });
  } catch (error) {
    for (const { fail } of batch) fail(error);
  }
}
