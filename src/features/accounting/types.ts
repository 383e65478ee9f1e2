import type { Day } from "#kernel/calendar.ts";

/** The kinds of accounts, in the order in which money goes through them. */
export const accountKinds = [
  "state_budget",
  "wave_allotment",
  "wave_committed",
  "training_balance",
  "provider_payable",
  "platform_commission",
  "settled",
  "incentive_payable",
  "paid_out",
  "forfeited",
] as const;
export type AccountKind = (typeof accountKinds)[number];

export type JournalState = {
  readonly number: number;
  readonly hash: string | null;
  readonly sealedAt: Date | null;
  readonly waiting: number;
};

/** What the books are asked for. */
export type BooksQuestion = {
  /** The last day that counts, in WIB. */
  readonly until: Day;
  /** null: all waves. */
  readonly waveNumber: number | null;
  /** null: all schemes. */
  readonly schemeCode: string | null;
};

/** What accounts of a kind hold together; of no wave where the number is null. Rupiah. */
export type TrialLine = {
  readonly kind: AccountKind;
  readonly schemeCode: string | null;
  readonly waveNumber: number | null;
  readonly amount: bigint;
};

/** What an allotment is decided on; rupiah. */
export type WaveBudgetFacts = {
  readonly id: string;
  readonly number: number;
  readonly schemeCode: string;
  readonly status: string;
  readonly allotted: bigint;
  /** What may still be promised. */
  readonly free: bigint;
};

/** A wave's money, each rupiah of its allotment in one of the columns. */
export type WaveFunds = {
  readonly waveNumber: number | null;
  readonly schemeCode: string | null;
  readonly allotted: bigint;
  readonly free: bigint;
  readonly promised: bigint;
  readonly withPeople: bigint;
  readonly owedToPartners: bigint;
  readonly paid: bigint;
  readonly forfeited: bigint;
};

export const reconciliations = [
  "zero",
  "purchases",
  "commission",
  "incentives-open",
  "incentives-paid",
  "running-balances",
  "allotment",
  "commitment",
  "day-sums",
  "seals",
] as const;
export type ReconciliationName = (typeof reconciliations)[number];

/** Two ways to the same figure; rupiah, or a count where the name says so. */
export type Reconciliation = {
  readonly name: ReconciliationName;
  readonly ledger: bigint;
  readonly other: bigint;
};

/** An account at a moment; rupiah. */
export type AccountAtMoment = {
  readonly balance: bigint;
  readonly movements: readonly {
    readonly transferId: string;
    readonly key: string;
    readonly kind: string;
    readonly amount: bigint;
    readonly occurredAt: Date;
  }[];
};
