/** Every expected "no" of this stage. */
export type ReviewRefusal =
  | { readonly code: "review-training-unfinished" }
  | { readonly code: "review-given-already" };

/** Every expected "no" to a provider that answers a review. */
export type AnswerRefusal = { readonly code: "review-unknown" } | { readonly code: "answer-settled" };
