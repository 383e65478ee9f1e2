/**
 * The chart of accounts: what an account is for, and whose name it carries. Those that keep a running balance never go
 * below zero; the others are sums of their entries, so that none of their rows is hot.
 */
export type LedgerAccountKind =
  /** What the state gives, by scheme code; below zero by all that was given. Rows of before the schemes carry "". */
  | "state_budget"
  /** What a wave may still promise, by wave id. Keeps a balance: a wave cannot promise more than it was allotted. */
  | "wave_allotment"
  /** What a wave promised to its recipients and they did not take yet, by wave id. */
  | "wave_committed"
  /** What a person may buy trainings for, by participant id. Keeps a balance. */
  | "training_balance"
  /** What a provider is owed for trainings, less commission, by provider slug. */
  | "provider_payable"
  /** What a platform is owed as commission, by platform slug. */
  | "platform_commission"
  /** What was settled with a provider or platform, by its slug. */
  | "settled"
  /** Incentives that a person was promised a day for, by participant id. Keeps a balance. */
  | "incentive_payable"
  /** Incentives that reached people's accounts. */
  | "paid_out"
  /** Balances that went back to the treasury. */
  | "forfeited";

/** The accounts of providers and platforms, whose sums are kept by day. */
export const PARTNERS_ACCOUNTS: readonly LedgerAccountKind[] = [
  "provider_payable",
  "platform_commission",
  "settled",
];

/** Names an account: what for, and whose ("" for the programme's own). */
export type AccountName = { readonly kind: LedgerAccountKind; readonly owner: string };

/** One side of a transfer, in rupiah; positive adds to the account. */
export type Line = { readonly account: AccountName; readonly amount: bigint };

/** Money that moves once. */
export type TransferOrder = {
  /** The business event that may happen once: "purchase:<id>". */
  readonly key: string;
  readonly kind: string;
  /** The wave whose money it is; unset: the wave of the person whose account it moves, if any. */
  readonly waveId?: string;
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
