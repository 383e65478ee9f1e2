import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAccess, decideAnswer } from "../policy/completing.ts";
import { completed, frontierOf } from "../policy/watching.ts";
import type { AnswerRefusal } from "../refusals.ts";
import { findOwnedTraining, insertCheckpointAnswer } from "../repository/trainings.ts";
import { findLessonToLearn, type KeptProgress, lockProgress, saveProgress } from "../repository/watching.ts";

type Input = { readonly slug: string; readonly position: number; readonly choice: number };
type Answered = { slug: string; position: number; isRight: boolean };

/**
 * Answers the question of a lesson. Every answer is kept, the wrong ones too: a wrong one is no refusal, the page
 * explains it and asks again. A right one opens the rest of the video, or finishes the lesson for those who read.
 */
export async function answerCheckpoint(
  work: Work<ParticipantActor>,
  { slug, position, choice }: Input,
): Promise<Result<Answered, AnswerRefusal>> {
  const { tx, now } = work;
  const { participantId } = work.actor;
  const access = decideAccess(await findOwnedTraining(tx, participantId, slug), now);
  if (!access.ok) return access;
  const lesson = await findLessonToLearn(tx, { slug, position });
  if (!lesson) return refuse({ code: "training-lesson-unknown" });
  const [row] = await lockProgress(tx, [{ participantId, lessonId: lesson.lessonId }]);
  const effect = decideAnswer(row ?? null, lesson, now);
  if (!effect.ok) return effect;

  const isRight = choice === lesson.rightAnswer;
  const answer = { id: work.newId<"checkpoint-answer">(), lessonId: lesson.lessonId, choice };
  await insertCheckpointAnswer(tx, { ...answer, participantId, correct: isRight, answeredAt: now });
  if (row && isRight && effect.value !== "nothing") {
    const passed: KeptProgress = { ...row, checkpointPassedAt: row.checkpointPassedAt ?? now };
    const after: KeptProgress =
      effect.value === "finishes-by-text"
        ? { ...passed, completedAt: now, completedBy: "transcript" }
        : { ...passed, ...completed(passed, lesson, now) };
    await saveProgress(tx, [{ ...after, frontier: frontierOf(after.seen), newlyRejected: 0 }], now);
  }
  return ok({ slug, position, isRight });
}
