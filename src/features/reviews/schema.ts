import { z } from "zod";

export const REVIEW_LENGTH = { min: 20, max: 2_000 } as const;

export const submitReviewInput = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,100}$/, "not-valid"),
  stars: z.coerce.number("choose-one").int("choose-one").min(1, "choose-one").max(5, "choose-one"),
  text: z
    .string("required")
    .trim()
    .min(1, "required")
    .min(REVIEW_LENGTH.min, "review-too-short")
    .max(REVIEW_LENGTH.max, "too-long"),
});

export const ANSWER_LENGTH = { min: 10, max: 1_000 } as const;

export const answerReviewInput = z.object({
  reviewId: z.uuid("not-valid"),
  text: z
    .string("required")
    .trim()
    .min(1, "required")
    .min(ANSWER_LENGTH.min, "answer-too-short")
    .max(ANSWER_LENGTH.max, "too-long"),
});
