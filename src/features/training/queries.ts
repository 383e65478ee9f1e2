import { findPurchases } from "#features/purchase/queries.ts";
import { defaultLocale, type Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { stageOf } from "./policy/completing.ts";
import type { CompletedTraining, ListedLesson, OwnTraining, TrainingOverview } from "./types.ts";

/** The trainings that this person has completed, newest first; reviewed or not. */
export async function findCompletions(
  participantId: ParticipantId,
  locale: Locale = defaultLocale,
): Promise<readonly CompletedTraining[]> {
  const rows = await database().trainingCompletion.findMany({
    where: { participantId },
    orderBy: { completedAt: "desc" },
    select: { courseId: true, purchaseId: true, quizScore: true, completedAt: true },
  });
  const courses = await database().course.findMany({
    where: { id: { in: rows.map((row) => row.courseId) } },
    select: { id: true, slug: true, title: true, titleEn: true },
  });
  return rows.flatMap((row) => {
    const course = courses.find(({ id }) => id === row.courseId);
    if (!course) return [];
    const courseTitle = locale === "en" ? course.titleEn : course.title;
    return { ...row, courseSlug: course.slug, courseTitle };
  });
}

/** The completion of one training; null while there is something left to do. */
export async function findCompletion(
  participantId: ParticipantId,
  courseSlug: string,
): Promise<CompletedTraining | null> {
  const completions = await findCompletions(participantId);
  return completions.find((completion) => completion.courseSlug === courseSlug) ?? null;
}

/** The trainings that were paid for and not cancelled, newest first, with what there is to do in each. */
export async function findTrainingProgress(
  participantId: ParticipantId,
  now: Date,
  locale: Locale = defaultLocale,
): Promise<readonly OwnTraining[]> {
  const purchases = await findPurchases(participantId, locale);
  const [counts, completions] = await Promise.all([
    countLessons(
      participantId,
      purchases.map((purchase) => purchase.course.id),
    ),
    findCompletions(participantId),
  ]);
  return purchases.flatMap((purchase) => {
    const { status, course, finishBy } = purchase;
    if (status === "cancelled") return [];
    const { lessonsDone = 0, lessonCount = 0 } = counts.get(course.id) ?? {};
    const isCompleted = completions.some(({ purchaseId }) => purchaseId === purchase.id);
    const lessonsLeft = lessonCount - lessonsDone;
    return {
      purchaseId: purchase.id,
      courseSlug: course.slug,
      title: course.title,
      providerName: purchase.providerName,
      platformName: purchase.platformName,
      stage: stageOf({ status, isCompleted, lessonsLeft, finishBy }, now),
      redeemBy: purchase.redeemBy,
      ...{ finishBy, lessonsDone, lessonCount },
    };
  });
}

/** One training with its lessons; null when the person has not redeemed it, or lost it. */
export async function findTraining(
  participantId: ParticipantId,
  slug: string,
  now: Date,
  locale: Locale = defaultLocale,
): Promise<TrainingOverview | null> {
  const training = (await findTrainingProgress(participantId, now, locale)).find(
    ({ courseSlug }) => courseSlug === slug,
  );
  if (!training || training.stage === "redeem" || training.stage === "forfeited") return null;
  const [lessons, lastScore] = await Promise.all([
    listLessons(participantId, slug),
    findLastScore(participantId, slug),
  ]);
  return { ...training, lessons, lastScore };
}

type Counts = { readonly lessonsDone: number; readonly lessonCount: number };

async function countLessons(
  participantId: ParticipantId,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await database().$queryRaw<(Counts & { courseId: string })[]>`
    SELECT lesson.course_id::text AS "courseId", count(*)::int AS "lessonCount",
      count(progress.completed_at)::int AS "lessonsDone"
    FROM lesson LEFT JOIN watch_progress AS progress
      ON progress.lesson_id = lesson.id AND progress.participant_id = ${participantId}::uuid
    WHERE lesson.course_id = ANY(${[...courseIds]}::uuid[]) GROUP BY lesson.course_id`;
  return new Map(rows.map(({ courseId, ...counts }) => [courseId, counts]));
}

async function listLessons(participantId: ParticipantId, slug: string): Promise<readonly ListedLesson[]> {
  return database().$queryRaw<ListedLesson[]>`
    SELECT lesson.position::int AS position, lesson.title, lesson.seconds,
      CASE WHEN progress.completed_at IS NOT NULL THEN 'done'
           WHEN progress.frontier > 0 OR progress.reading_since IS NOT NULL THEN 'started' ELSE 'new' END AS state
    FROM course JOIN lesson ON lesson.course_id = course.id
      LEFT JOIN watch_progress AS progress
        ON progress.lesson_id = lesson.id AND progress.participant_id = ${participantId}::uuid
    WHERE course.slug = ${slug} ORDER BY lesson.position`;
}

async function findLastScore(participantId: ParticipantId, slug: string): Promise<number | null> {
  const [row] = await database().$queryRaw<{ score: number }[]>`
    SELECT try.score::int AS score FROM quiz_submission AS try JOIN course ON course.id = try.course_id
    WHERE try.participant_id = ${participantId}::uuid AND course.slug = ${slug}
    ORDER BY try.submitted_at DESC, try.id DESC LIMIT 1`;
  return row?.score ?? null;
}
