/** Every expected "no" of this stage. */
export type ReviewRefusal =
  | { readonly code: "review-training-unfinished" }
  | { readonly code: "review-given-already" };
