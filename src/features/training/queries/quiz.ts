import type { Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { findTraining } from "../queries.ts";
import type { QuizFeedback, QuizPage } from "../types.ts";

/** The quiz of a redeemed training, with what was said of the last try; right answers stay on the server. */
export async function findQuiz(
  participantId: ParticipantId,
  slug: string,
  now: Date,
  locale: Locale,
): Promise<QuizPage | null> {
  const training = await findTraining(participantId, slug, now, locale);
  if (!training) return null;
  const questions = await database().quizQuestion.findMany({
    where: { course: { slug } },
    orderBy: { position: "asc" },
    select: { courseId: true, question: true, options: true, answer: true, explanation: true },
  });
  const courseId = questions[0]?.courseId;
  const lastTry =
    courseId === undefined
      ? null
      : await database().quizSubmission.findFirst({
          where: { participantId, courseId },
          orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
          select: { answers: true, score: true },
        });
  const feedback = questions.map(({ question, options, answer, explanation }, index): QuizFeedback => {
    const chosen = lastTry?.answers[index] ?? -1;
    return { text: question, chosen: options[chosen] ?? "", isRight: chosen === answer, explanation };
  });
  return {
    courseSlug: slug,
    courseTitle: training.title,
    stage: training.stage,
    finishBy: training.finishBy,
    questions: questions.map(({ question, options }) => ({ text: question, options })),
    lastTry: lastTry && { score: lastTry.score, feedback },
  };
}
