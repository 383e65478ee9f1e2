/** What an account is for; accounts of people and providers carry their owner's id or slug. */
export type LedgerAccountKind =
  | "state_budget"
  | "training_balance"
  | "provider_payable"
  | "incentive_payable"
  | "paid_out"
  | "forfeited";

/** Names an account: what for, and whose ("" for the programme's own). */
export type AccountName = { readonly kind: LedgerAccountKind; readonly owner: string };

/** One side of a transfer, in rupiah; positive adds to the account. */
export type Line = { readonly account: AccountName; readonly amount: bigint };

/** Money that moves once. */
export type TransferOrder = {
  /** The business event that may happen once: "purchase:<id>". */
  readonly key: string;
  readonly kind: string;
  /** At least two; they sum to zero. */
  readonly lines: readonly Line[];
};

export type LedgerRefusal = { readonly code: "ledger-insufficient" } | { readonly code: "ledger-key-reused" };

/** A movement of one account, newest first in lists. */
export type Movement = {
  readonly transferId: string;
  readonly kind: string;
  readonly key: string;
  readonly amount: bigint;
  readonly balanceAfter: bigint | null;
  readonly occurredAt: Date;
};
