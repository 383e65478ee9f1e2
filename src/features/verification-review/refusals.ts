/** Every expected "no" of the review. */
export type ReviewRefusal =
  | { readonly code: "review-unknown" }
  | { readonly code: "review-over" }
  | { readonly code: "review-held" }
  | { readonly code: "review-not-yours" }
  | { readonly code: "review-own-work" }
  | { readonly code: "review-own-decision" }
  | { readonly code: "review-not-awaited" }
  | { readonly code: "review-reason-needed" };

export type AppealRefusal =
  | { readonly code: "appeal-nothing-refused" }
  | { readonly code: "appeal-mend-instead" }
  | { readonly code: "appeal-made" };
