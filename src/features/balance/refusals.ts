/** Every expected "no" of this stage. */
export type BalanceRefusal = { readonly code: "balance-no-card" };
