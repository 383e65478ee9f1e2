import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAccess } from "../policy/completing.ts";
import { frontierOf } from "../policy/watching.ts";
import type { TrainingRefusal } from "../refusals.ts";
import { findOwnedTraining } from "../repository/trainings.ts";
import {
  endOtherReadings,
  findLessonToLearn,
  lockProgress,
  openProgress,
  saveProgress,
} from "../repository/watching.ts";

type Place = { slug: string; position: number };

/**
 * Chooses the text instead of the video. Choosing the same lesson again starts no new time; choosing another ends the
 * reading of the first, so that two lessons are never read in the same minutes.
 */
export async function beginReading(
  { tx, actor, now }: Work<ParticipantActor>,
  { slug, position }: Place,
): Promise<Result<Place, TrainingRefusal>> {
  const access = decideAccess(await findOwnedTraining(tx, actor.participantId, slug), now);
  if (!access.ok) return access;
  const lesson = await findLessonToLearn(tx, { slug, position });
  if (!lesson) return refuse({ code: "training-lesson-unknown" });
  const key = { participantId: actor.participantId, lessonId: lesson.lessonId };
  await openProgress(tx, key, now);
  const [row] = await lockProgress(tx, [key]);
  if (row && !row.readingSince) {
    await endOtherReadings(tx, key);
    const frontier = frontierOf(row.seen);
    await saveProgress(tx, [{ ...row, frontier, newlyRejected: 0, readingSince: now }], now);
  }
  return ok({ slug, position });
}
