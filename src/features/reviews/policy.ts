import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ReviewRefusal } from "./refusals.ts";
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
