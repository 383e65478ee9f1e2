import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AnswerRefusal, ReviewRefusal } from "./refusals.ts";
import type { ReviewableTraining } from "./types.ts";

/** A finished training is reviewed once (programme rules, section 7: completion, then review, then the rest). */
export function decideReview(
  training: ReviewableTraining | null,
  isReviewed: boolean,
): Result<ReviewableTraining, ReviewRefusal> {
  if (!training) return refuse({ code: "review-training-unfinished" });
  return isReviewed ? refuse({ code: "review-given-already" }) : ok(training);
}

/** The mean of so many reviews, with one decimal. */
export function averageOf(stars: number, reviews: number): number {
  return Math.round((stars / reviews) * 10) / 10;
}

const ANSWER_MENDED = 7 * 24 * 3600;

/** The last moment at which an answer that was given then may be mended: seven days, less a second. */
export function mendableUntil(answeredAt: Date): Date {
  return addSeconds(answeredAt, ANSWER_MENDED - 1);
}

/** A review is answered once; the answer is mended for a week, and then stands. */
export function decideAnswer(
  review: { readonly answeredAt: Date | null } | null,
  now: Date,
): Result<{ readonly answeredAt: Date | null }, AnswerRefusal> {
  if (!review) return refuse({ code: "review-unknown" });
  if (review.answeredAt && mendableUntil(review.answeredAt) < now) return refuse({ code: "answer-settled" });
  return ok(review);
}
