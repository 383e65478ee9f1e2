/** The recipient's card, without its number. */
export type RecipientCard = {
  readonly issuedAt: Date;
  /** When the person first asked to see the number. */
  readonly shownAt: Date | null;
};

/** Why the training balance moved. */
export type BalanceMovementKind = "opened" | "purchase" | "cancellation" | "forfeit" | "other";

/** One movement of a training balance, in rupiah; positive came in. */
export type BalanceMovement = {
  readonly id: string;
  readonly kind: BalanceMovementKind;
  /** The purchase that it belongs to, where it belongs to one. */
  readonly purchaseId: string | null;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly occurredAt: Date;
};

/** A page of movements; `next` is what the following page begins after. */
export type MovementPage = {
  readonly rows: readonly BalanceMovement[];
  readonly next: string | null;
};
