import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { trainingCompleted } from "../events.ts";
import { decideAccess, decideQuiz } from "../policy/completing.ts";
import type { QuizRefusal } from "../refusals.ts";
import {
  countLessonsLeft,
  insertCompletion,
  insertQuizTry,
  isCompleted,
  lockOwnedTraining,
  rightAnswersOf,
} from "../repository/trainings.ts";

type Input = { readonly slug: string; readonly answers: readonly number[] };

/** Marks and keeps a try of the quiz; passing completes the training, once. A failed try is no refusal. */
export async function submitQuiz(
  work: Work<ParticipantActor>,
  { slug, answers }: Input,
): Promise<Result<{ slug: string; isPassed: boolean }, QuizRefusal>> {
  const { tx, now } = work;
  const { participantId } = work.actor;
  const access = decideAccess(await lockOwnedTraining(tx, participantId, slug), now);
  if (!access.ok) return access;
  const { courseId, purchaseId } = access.value;
  const marked = decideQuiz({
    lessonsLeft: await countLessonsLeft(tx, participantId, courseId),
    isCompleted: await isCompleted(tx, participantId, courseId),
    rightAnswers: await rightAnswersOf(tx, courseId),
    answers,
  });
  if (!marked.ok) return marked;
  const { score, isPassed } = marked.value;
  const id = work.newId<"quiz-submission">();
  await insertQuizTry(tx, {
    ...{ id, participantId, courseId, answers, score },
    passed: isPassed,
    submittedAt: now,
  });
  if (isPassed) {
    await insertCompletion(tx, { participantId, courseId, purchaseId, quizScore: score, completedAt: now });
    await work.publish(trainingCompleted({ participantId, courseId, purchaseId }));
  }
  return ok({ slug, isPassed });
}
