import { addSeconds, secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AnswerRefusal, QuizRefusal, TrainingRefusal } from "../refusals.ts";
import type { LessonProgress, TrainingStage, WatchedLesson } from "../types.ts";
import { frontierOf, WATCHING } from "./watching.ts";

/** Percent of right answers that pass a quiz. */
export const QUIZ_PASS = 60;

export type Access = { readonly finishBy: Date; readonly isFinished: boolean };

/** A redeemed training can be learned until its last moment; a finished one stays open for looking. */
export function decideAccess<Found extends Access>(
  found: Found | null,
  now: Date,
): Result<Found, TrainingRefusal> {
  if (!found) return refuse({ code: "training-not-redeemed" });
  if (!found.isFinished && now > found.finishBy) {
    return refuse({ code: "training-too-late", finishBy: found.finishBy });
  }
  return ok(found);
}

/** From when on the answer of someone who reads counts: as long as watching at the highest speed takes. */
export function readingEndsAt(readingSince: Date, seconds: number): Date {
  return addSeconds(readingSince, seconds / WATCHING.maxRate);
}

/** What a right answer to the question of a lesson would do: open the gate, finish by text, or nothing new. */
export function decideAnswer(
  progress: LessonProgress | null,
  lesson: WatchedLesson,
  now: Date,
): Result<"opens-gate" | "finishes-by-text" | "nothing", AnswerRefusal> {
  const watchFirst = { code: "training-watch-first", seconds: lesson.checkpointAt } as const;
  if (!progress) return refuse(watchFirst);
  if (progress.completedAt) return ok("nothing");
  const endsAt = progress.readingSince && readingEndsAt(progress.readingSince, lesson.seconds);
  if (endsAt && now >= endsAt) return ok("finishes-by-text");
  if (!progress.checkpointPassedAt && frontierOf(progress.seen) >= lesson.checkpointAt)
    return ok("opens-gate");
  if (endsAt) {
    return refuse({ code: "training-too-early", seconds: Math.ceil(secondsBetween(now, endsAt)) });
  }
  return progress.checkpointPassedAt ? ok("nothing") : refuse(watchFirst);
}

export type QuizFacts = {
  readonly lessonsLeft: number;
  readonly isCompleted: boolean;
  readonly rightAnswers: readonly number[];
  readonly answers: readonly number[];
};

/** Marks a try of the quiz; it may be taken as often as wanted, once the lessons are behind. */
export function decideQuiz({
  lessonsLeft,
  isCompleted,
  rightAnswers,
  answers,
}: QuizFacts): Result<{ readonly score: number; readonly isPassed: boolean }, QuizRefusal> {
  if (isCompleted) return refuse({ code: "training-completed-already" });
  if (lessonsLeft > 0) return refuse({ code: "training-lessons-first", left: lessonsLeft });
  const right = rightAnswers.filter((answer, index) => answer === answers[index]).length;
  const score = Math.round((right / Math.max(1, rightAnswers.length)) * 100);
  return ok({ score, isPassed: score >= QUIZ_PASS });
}

export type StageFacts = {
  readonly status: "bought" | "redeemed" | "finished" | "forfeited";
  readonly isCompleted: boolean;
  readonly lessonsLeft: number;
  readonly finishBy: Date;
};

/** What there is to do with a training now. */
export function stageOf(
  { status, isCompleted, lessonsLeft, finishBy }: StageFacts,
  now: Date,
): TrainingStage {
  if (status === "finished" || status === "forfeited") return status;
  if (isCompleted) return "review";
  if (now > finishBy) return "late";
  if (status === "bought") return "redeem";
  return lessonsLeft > 0 ? "learn" : "quiz";
}
