/** The recipient's card, without its number. */
export type RecipientCard = {
  readonly issuedAt: Date;
  /** When the person first asked to see the number. */
  readonly shownAt: Date | null;
};

/** The times that somebody had the number shown. */
export type CardShowings = { readonly count: number; readonly lastAt: Date | null };

/** A part of the introduction before the card. */
export type InductionPart = 1 | 2 | 3;
export const inductionParts: readonly InductionPart[] = [1, 2, 3];
export const inductionChoices = ["a", "b", "c"] as const;
export type InductionChoice = (typeof inductionChoices)[number];

/** Seconds by the server's clock between opening a part and its answer: enough to watch or to read it (our choice). */
export const leastSeconds = 15;

/** The videos of the parts, as they were made (scripts/lessons): whole seconds and bytes. */
export const inductionFilms: Readonly<
  Record<InductionPart, { readonly folder: string; readonly seconds: number; readonly bytes: number }>
> = {
  1: { folder: "pengenalan/kartu-dan-saldo", seconds: 19, bytes: 131_414 },
  2: { folder: "pengenalan/memilih-dan-membeli", seconds: 20, bytes: 129_747 },
  3: { folder: "pengenalan/sampai-selesai", seconds: 21, bytes: 125_802 },
};

export type PartState = {
  readonly part: InductionPart;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
};

/** How far somebody is with the three parts. */
export type InductionState = {
  readonly parts: readonly PartState[];
  readonly isDone: boolean;
  /** The part to go on with; null when all are done. */
  readonly next: InductionPart | null;
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
