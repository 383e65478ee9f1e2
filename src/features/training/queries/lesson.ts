import { findRedeemedPurchase } from "#features/purchase/queries.ts";
import { defaultLocale, type Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { readingEndsAt } from "../policy/completing.ts";
import { lessonCheckpoint, lessonMedia, lessonTranscript } from "../schema.ts";
import type { LessonPage } from "../types.ts";

/** One lesson of a redeemed training; null when there is none, or it is not theirs to learn. */
export async function findLesson(
  participantId: ParticipantId,
  slug: string,
  position: number,
  locale: Locale = defaultLocale,
): Promise<LessonPage | null> {
  const purchase = await findRedeemedPurchase(participantId, slug);
  if (!purchase) return null;
  const { courseId } = purchase;
  const lesson = await database().lesson.findUnique({
    where: { courseId_position: { courseId, position } },
    include: { course: { select: { title: true, titleEn: true } } },
  });
  if (!lesson) return null;
  const [progress, lessonCount, lastMistake] = await Promise.all([
    database().watchProgress.findUnique({
      where: { participantId_lessonId: { participantId, lessonId: lesson.id } },
      omit: { participantId: true, lessonId: true },
    }),
    database().lesson.count({ where: { courseId } }),
    isLastAnswerWrong(participantId, lesson.id),
  ]);
  const checkpoint = lessonCheckpoint.parse(lesson.checkpoint);
  const readingSince = progress?.readingSince ?? null;
  return {
    ...{ id: lesson.id, position, lessonCount, title: lesson.title, seconds: lesson.seconds },
    courseSlug: slug,
    courseTitle: locale === "en" ? lesson.course.titleEn : lesson.course.title,
    mediaFolder: lesson.mediaFolder,
    media: lessonMedia.parse(lesson.media),
    transcript: lessonTranscript.parse(lesson.transcript).map((line) => line.text),
    question: { text: checkpoint.question, options: checkpoint.options },
    standing: {
      frontier: progress?.frontier ?? 0,
      checkpoint: progress?.checkpointPassedAt ? null : checkpoint.at,
      isDone: Boolean(progress?.completedAt),
    },
    readingEndsAt: readingSince && readingEndsAt(readingSince, lesson.seconds),
    completedBy: wayOf(progress?.completedBy),
    lastMistake: lastMistake ? checkpoint.explain : null,
    finishBy: purchase.finishBy,
  };
}

async function isLastAnswerWrong(participantId: ParticipantId, lessonId: string): Promise<boolean> {
  const answer = await database().checkpointAnswer.findFirst({
    where: { participantId, lessonId },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    select: { correct: true },
  });
  return answer?.correct === false;
}

function wayOf(completedBy: string | null | undefined): LessonPage["completedBy"] {
  return completedBy === "video" || completedBy === "transcript" ? completedBy : null;
}
