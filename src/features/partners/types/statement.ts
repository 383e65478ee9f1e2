/** What moved a partner's account: a sale, a sale taken back, money that was settled, and whatever else the books say. */
export const statementKinds = ["sale", "refund", "settled", "other"] as const;
export type StatementKind = (typeof statementKinds)[number];

/** One movement of a partner's account. All money in rupiah; what takes away is below zero. */
export type StatementLine = {
  readonly transferId: string;
  readonly occurredAt: Date;
  readonly kind: StatementKind;
  /** Of the purchase; null for what is no purchase. */
  readonly invoiceCode: string | null;
  readonly transactionCode: string | null;
  readonly courseTitle: string | null;
  /** The price of the training, signed like the movement; null for what is no purchase. */
  readonly price: bigint | null;
  /** What the platform keeps of it. */
  readonly commission: bigint | null;
  /** What the ledger moved on this partner's account. */
  readonly amount: bigint;
  /** The buyer lost the training: the money stays where it is. */
  readonly isForfeited: boolean;
};

export type StatementSum = {
  readonly count: number;
  readonly price: bigint;
  readonly commission: bigint;
  readonly amount: bigint;
};

/** A partner's account over one calendar month in WIB; opening + all sums of amounts = closing. */
export type Statement = {
  /** "2026-11" */
  readonly month: string;
  readonly from: Date;
  /** The first moment that is no longer of it. */
  readonly until: Date;
  readonly isOver: boolean;
  readonly opening: bigint;
  readonly sums: Readonly<Record<StatementKind, StatementSum>>;
  /** Of the sales: those whose training was forfeited since, which moves no money back. */
  readonly forfeited: { readonly count: number; readonly amount: bigint };
  readonly closing: bigint;
};

/** Where a page of movements ends. */
export type LineEdge = { readonly occurredAt: Date; readonly transferId: string };
