/** Every expected "no" of this stage. */
export type TestRefusal =
  | { readonly code: "test-not-verified" }
  | { readonly code: "test-already-done" }
  | { readonly code: "test-not-started" }
  | { readonly code: "test-time-is-over" }
  | { readonly code: "test-question-unknown" }
  | { readonly code: "test-choice-unknown" }
  | { readonly code: "test-another-not-needed" }
  | { readonly code: "test-flag-unknown" }
  | { readonly code: "test-flag-judged" };
