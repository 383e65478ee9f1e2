"use server";

import { defineAction } from "#platform/web/action.ts";
import { answerReviewInput, submitReviewInput } from "./schema.ts";
import { answerReview } from "./use-cases/answer-review.ts";
import { submitReview } from "./use-cases/submit-review.ts";

export const submitReviewAction = defineAction({
  name: "submit-review",
  permission: "review:own",
  schema: submitReviewInput,
  run: submitReview,
  next: ({ slug }) => `/ulasan/${slug}`,
});

export const answerReviewAction = defineAction({
  name: "answer-review",
  permission: "provider:own",
  schema: answerReviewInput,
  limit: { points: 120, seconds: 600 },
  run: answerReview,
  next: () => "/lembaga/ulasan?terjawab=1",
});
