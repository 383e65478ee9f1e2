import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAccess } from "../policy/completing.ts";
import { standingOf, takeClock } from "../policy/watching.ts";
import type { TrainingRefusal } from "../refusals.ts";
import { findOwnedTraining } from "../repository/trainings.ts";
import {
  endOtherReadings,
  findLessonToLearn,
  lockClocks,
  lockProgress,
  openClock,
  openProgress,
  saveClocks,
} from "../repository/watching.ts";
import type { Standing } from "../types.ts";

/**
 * A player starts: it takes the person's only clock. Whoever held it before earns nothing any more, and may only claim
 * what it had earned. Nobody reads one lesson while another plays: a reading elsewhere ends.
 */
export async function startWatching(
  work: Work<ParticipantActor>,
  { lesson: id }: { readonly lesson: string },
): Promise<Result<Standing & { readonly sessionId: string }, TrainingRefusal>> {
  const { tx, now } = work;
  const { participantId } = work.actor;
  const lesson = await findLessonToLearn(tx, { id });
  if (!lesson) return refuse({ code: "training-lesson-unknown" });
  const access = decideAccess(await findOwnedTraining(tx, participantId, lesson.courseSlug), now);
  if (!access.ok) return access;

  const session = { sessionId: work.newId<"watch-session">(), lessonId: lesson.lessonId };
  const key = { participantId, lessonId: lesson.lessonId };
  await openClock(tx, participantId, takeClock(null, session, now));
  const before = (await lockClocks(tx, [participantId])).get(participantId) ?? null;
  await saveClocks(tx, new Map([[participantId, takeClock(before, session, now)]]));
  await endOtherReadings(tx, key);
  await openProgress(tx, key, now);
  const [progress] = await lockProgress(tx, [key]);
  if (!progress) throw new Error("the progress that was opened is not there");
  return ok({ ...standingOf(progress, lesson), sessionId: session.sessionId });
}
