"use server";

import { defineAction } from "#platform/web/action.ts";
import { submitReviewInput } from "./schema.ts";
import { submitReview } from "./use-cases/submit-review.ts";

export const submitReviewAction = defineAction({
  name: "submit-review",
  permission: "review:own",
  schema: submitReviewInput,
  run: submitReview,
  next: ({ slug }) => `/ulasan/${slug}`,
});
