/** Every expected "no" of this stage. Money is written out, moments are moments. */
export type PurchaseRefusal =
  | { readonly code: "purchase-not-recipient" }
  | { readonly code: "purchase-membership-ended" }
  | { readonly code: "purchase-course-unknown" }
  | { readonly code: "purchase-schedule-unknown" }
  | { readonly code: "purchase-schedule-begun" }
  | { readonly code: "purchase-under-way" }
  | { readonly code: "purchase-bought-before" }
  | { readonly code: "purchase-first-too-late"; readonly until: Date }
  | { readonly code: "purchase-next-too-late"; readonly until: Date }
  | { readonly code: "purchase-too-young"; readonly age: number }
  | { readonly code: "purchase-education-short" }
  | { readonly code: "purchase-no-seat" }
  | { readonly code: "purchase-balance-short" }
  | { readonly code: "purchase-price-changed" }
  | { readonly code: "purchase-card-wrong" }
  | { readonly code: "purchase-no-contact" };

/** Why a purchase that waits for its code cannot be confirmed. */
export type IntentRefusal =
  | { readonly code: "purchase-intent-unknown" }
  | { readonly code: "purchase-intent-replaced" }
  | { readonly code: "purchase-intent-expired" }
  | { readonly code: "purchase-invoice-taken" };

/** Why a code does not open a training (programme rules, section 6). */
export type RedeemRefusal =
  | { readonly code: "redeem-code-unknown" }
  | { readonly code: "redeem-code-other-training" }
  | { readonly code: "redeem-code-other-provider" }
  | { readonly code: "redeem-code-cancelled" }
  | { readonly code: "redeem-purchase-cancelled" }
  | { readonly code: "redeem-code-used" }
  | { readonly code: "redeem-too-early"; readonly from: Date; readonly until: Date }
  | { readonly code: "redeem-too-late"; readonly until: Date };

export type CancelRefusal =
  | { readonly code: "cancel-purchase-unknown" }
  | { readonly code: "cancel-done-before" }
  | { readonly code: "cancel-membership-ended" }
  | { readonly code: "cancel-training-open" }
  | { readonly code: "cancel-never-possible" }
  | { readonly code: "cancel-too-late"; readonly until: Date };
