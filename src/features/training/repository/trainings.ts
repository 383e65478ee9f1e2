import type { Transaction } from "#platform/db/client.ts";

export type OwnedTraining = {
  readonly purchaseId: string;
  readonly courseId: string;
  readonly finishBy: Date;
  readonly isFinished: boolean;
};

/** The redeemed training of this course. */
export async function findOwnedTraining(
  tx: Transaction,
  participantId: string,
  slug: string,
): Promise<OwnedTraining | null> {
  const [row] = await tx.$queryRaw<OwnedTraining[]>`
    SELECT purchase.id::text AS "purchaseId", purchase.course_id::text AS "courseId",
      purchase.finish_by AS "finishBy", purchase.status = 'finished' AS "isFinished"
    FROM purchase JOIN course ON course.id = purchase.course_id
    WHERE purchase.participant_id = ${participantId}::uuid AND course.slug = ${slug}
      AND purchase.status IN ('redeemed', 'finished')`;
  return row ?? null;
}

/** The same, locked until this transaction ends, so that it is completed once. */
export async function lockOwnedTraining(
  tx: Transaction,
  participantId: string,
  slug: string,
): Promise<OwnedTraining | null> {
  await tx.$queryRaw`
    SELECT 1 FROM purchase JOIN course ON course.id = purchase.course_id
    WHERE purchase.participant_id = ${participantId}::uuid AND course.slug = ${slug} FOR UPDATE OF purchase`;
  return findOwnedTraining(tx, participantId, slug);
}

export async function insertCheckpointAnswer(
  tx: Transaction,
  answer: {
    readonly id: string;
    readonly participantId: string;
    readonly lessonId: string;
    readonly choice: number;
    readonly correct: boolean;
    readonly answeredAt: Date;
  },
): Promise<void> {
  await tx.checkpointAnswer.create({ data: answer });
}

/** Lessons of the course that this person has not yet completed. */
export async function countLessonsLeft(
  tx: Transaction,
  participantId: string,
  courseId: string,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ left: number }[]>`
    SELECT count(*)::int AS left FROM lesson
    WHERE course_id = ${courseId}::uuid AND NOT EXISTS (
      SELECT 1 FROM watch_progress AS done
      WHERE done.participant_id = ${participantId}::uuid AND done.lesson_id = lesson.id
        AND done.completed_at IS NOT NULL)`;
  return row?.left ?? 0;
}

export async function rightAnswersOf(tx: Transaction, courseId: string): Promise<number[]> {
  const rows = await tx.quizQuestion.findMany({
    where: { courseId },
    orderBy: { position: "asc" },
    select: { answer: true },
  });
  return rows.map((row) => row.answer);
}

export async function isCompleted(
  tx: Transaction,
  participantId: string,
  courseId: string,
): Promise<boolean> {
  const key = { participantId_courseId: { participantId, courseId } };
  return (await tx.trainingCompletion.findUnique({ where: key, select: { courseId: true } })) !== null;
}

export async function insertQuizTry(
  tx: Transaction,
  quizTry: {
    readonly id: string;
    readonly participantId: string;
    readonly courseId: string;
    readonly answers: readonly number[];
    readonly score: number;
    readonly passed: boolean;
    readonly submittedAt: Date;
  },
): Promise<void> {
  await tx.quizSubmission.create({ data: { ...quizTry, answers: [...quizTry.answers] } });
}

export async function insertCompletion(
  tx: Transaction,
  completion: {
    readonly participantId: string;
    readonly courseId: string;
    readonly purchaseId: string;
    readonly quizScore: number;
    readonly completedAt: Date;
  },
): Promise<void> {
  await tx.trainingCompletion.create({ data: completion });
}
