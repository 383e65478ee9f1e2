/** Every expected "no" of this stage. Money is written out, moments are moments. */
export type PurchaseRefusal =
  | { readonly code: "purchase-not-recipient" }
  | { readonly code: "purchase-membership-ended" }
  | { readonly code: "purchase-course-unknown" }
  | { readonly code: "purchase-under-way" }
  | { readonly code: "purchase-bought-before" }
  | { readonly code: "purchase-first-too-late"; readonly until: Date }
  | { readonly code: "purchase-next-too-late"; readonly until: Date }
  | { readonly code: "purchase-no-seat" }
  | { readonly code: "purchase-balance-short" }
  | { readonly code: "purchase-card-wrong" };

/** Why a code does not open a training (programme rules, section 6). */
export type RedeemRefusal =
  | { readonly code: "redeem-code-unknown" }
  | { readonly code: "redeem-code-other-training" }
  | { readonly code: "redeem-code-other-provider" }
  | { readonly code: "redeem-code-cancelled" }
  | { readonly code: "redeem-purchase-cancelled" }
  | { readonly code: "redeem-code-used" }
  | { readonly code: "redeem-too-late"; readonly until: Date };

export type CancelRefusal =
  | { readonly code: "cancel-purchase-unknown" }
  | { readonly code: "cancel-done-before" }
  | { readonly code: "cancel-membership-ended" }
  | { readonly code: "cancel-training-open" }
  | { readonly code: "cancel-never-possible" }
  | { readonly code: "cancel-too-late"; readonly until: Date };
