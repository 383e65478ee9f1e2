import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAccess } from "../policy/completing.ts";
import { frontierOf, takeClock } from "../policy/watching.ts";
import type { TrainingRefusal } from "../refusals.ts";
import { findOwnedTraining } from "../repository/trainings.ts";
import {
  endOtherReadings,
  findLessonToLearn,
  lockClocks,
  lockProgress,
  openProgress,
  type ProgressKey,
  saveClocks,
  saveProgress,
} from "../repository/watching.ts";
import type { WatchClock } from "../types.ts";

type Place = { slug: string; position: number };

/**
 * Chooses the text instead of the video. Choosing the same lesson again starts no new time; choosing another ends the
 * reading of the first, and stops a player of another lesson, so that no two lessons are learned in the same minutes.
 */
export async function beginReading(
  work: Work<ParticipantActor>,
  { slug, position }: Place,
): Promise<Result<Place, TrainingRefusal>> {
  const { tx, actor, now } = work;
  const access = decideAccess(await findOwnedTraining(tx, actor.participantId, slug), now);
  if (!access.ok) return access;
  const lesson = await findLessonToLearn(tx, { slug, position });
  if (!lesson) return refuse({ code: "training-lesson-unknown" });
  const key = { participantId: actor.participantId, lessonId: lesson.lessonId };
  const clock = (await lockClocks(tx, [actor.participantId])).get(actor.participantId);
  await openProgress(tx, key, now);
  const [row] = await lockProgress(tx, [key]);
  if (row && !row.readingSince) {
    if (clock && clock.lessonId !== key.lessonId) await stopPlayer(work, clock, key);
    await endOtherReadings(tx, key);
    const frontier = frontierOf(row.seen);
    await saveProgress(tx, [{ ...row, frontier, newlyRejected: 0, readingSince: now }], now);
  }
  return ok({ slug, position });
}

/** The clock goes to a session that nobody plays. */
async function stopPlayer(
  { tx, now, newId }: Work,
  clock: WatchClock,
  { participantId, lessonId }: ProgressKey,
): Promise<void> {
  const nobody = { sessionId: newId<"watch-session">(), lessonId };
  await saveClocks(tx, new Map([[participantId, takeClock(clock, nobody, now)]]));
}
