import type { PurchaseStatus } from "#features/purchase/types.ts";

/** A training provider as its own people see it, in rupiah and seats. */
export type ProviderOverview = {
  readonly name: string;
  readonly city: string;
  readonly coursesOffered: number;
  /** Seats sold and not given back. */
  readonly buyers: number;
  /** What the programme owes the provider. */
  readonly payable: bigint;
  readonly courses: readonly ProviderCourse[];
};

export type ProviderCourse = {
  readonly slug: string;
  readonly title: string;
  readonly price: bigint;
  readonly seats: number;
  readonly seatsTaken: number;
  readonly isOffered: boolean;
};

/** A purchase without its buyer: the redeem code is all that a provider knows of a person. */
export type ProviderPurchase = {
  readonly redeemCode: string;
  readonly courseTitle: string;
  readonly price: bigint;
  readonly status: PurchaseStatus;
  readonly purchasedAt: Date;
};
