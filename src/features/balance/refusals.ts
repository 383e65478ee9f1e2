/** Every expected "no" of this stage. */
export type BalanceRefusal =
  | { readonly code: "balance-no-card" }
  | { readonly code: "balance-induction-open" };

/** Why a part of the introduction is not opened or done. */
export type InductionRefusal =
  | { readonly code: "balance-no-card" }
  | { readonly code: "induction-part-before"; readonly part: number }
  | { readonly code: "induction-not-opened" }
  | { readonly code: "induction-too-early"; readonly seconds: number }
  | { readonly code: "induction-answer-wrong" };
