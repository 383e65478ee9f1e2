import { lessonCheckpoint } from "#features/training/schema.ts";
import type { Range } from "#features/training/types.ts";
import { answerCheckpoint } from "#features/training/use-cases/answer-checkpoint.ts";
import { beginReading } from "#features/training/use-cases/begin-reading.ts";
import { recordBeats } from "#features/training/use-cases/record-beats.ts";
import { startWatching } from "#features/training/use-cases/start-watching.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { COURSE } from "../../support/trainings.ts";

/** What somebody does in a course that they redeemed, at any moment. */

export const actorOf = (participantId: ParticipantId) => ({ role: "participant", participantId }) as const;

export async function lessonAt(position: number) {
  const lesson = await database().lesson.findFirstOrThrow({ where: { course: { slug: COURSE }, position } });
  return { ...lesson, checkpoint: lessonCheckpoint.parse(lesson.checkpoint) };
}

/** Starts a player; `beat` sends its n-th claim, so many seconds after the start. */
export async function watch(participantId: ParticipantId, position: number, at: Date) {
  const { id } = await lessonAt(position);
  const started = await inOneTransaction(
    actorOf(participantId),
    (work) => startWatching(work, { lesson: id }),
    { now: at },
  );
  if (!started.ok) throw new Error(started.refusal.code);
  const { sessionId } = started.value;
  const beat = async (sequence: number, ranges: readonly Range[], seconds: number) => {
    const sent = { participantId, lessonId: id, sessionId, sequence, ranges };
    const heard = await inOneTransaction({ role: "system" }, (work) => recordBeats(work, [sent]), {
      now: addSeconds(at, seconds),
    });
    return heard.ok ? heard.value[0] : null;
  };
  return { ...started.value, beat, lessonId: id };
}

export const answer = (participantId: ParticipantId, choice: number, at: Date, position = 1) =>
  inOneTransaction(
    actorOf(participantId),
    (work) => answerCheckpoint(work, { slug: COURSE, position, choice }),
    { now: at },
  );

export const read = (participantId: ParticipantId, position: number, at: Date) =>
  inOneTransaction(actorOf(participantId), (work) => beginReading(work, { slug: COURSE, position }), {
    now: at,
  });
