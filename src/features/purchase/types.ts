import type { CourseId } from "#features/catalogue/types.ts";
import type { Id } from "#kernel/identifiers.ts";

export type PurchaseId = Id<"purchase">;
export type PurchaseStatus = "bought" | "redeemed" | "finished" | "cancelled" | "forfeited";

/** The terms of the recipient's scheme that a purchase knows, in days. */
export type PurchaseTerms = {
  readonly daysToFirstPurchase: number;
  /** From the review before; null: no term. */
  readonly daysToNextPurchase: number | null;
  readonly daysToFinish: number;
};

/** Someone who may buy, as the books know them. Nobody else has a card. */
export type Buyer = {
  readonly determinedAt: Date;
  /** The membership was revoked or is completed. */
  readonly hasEnded: boolean;
  /** Rupiah. */
  readonly balance: bigint;
  readonly terms: PurchaseTerms;
};

export type CourseForSale = {
  readonly id: CourseId;
  readonly slug: string;
  readonly price: bigint;
  readonly providerSlug: string;
  readonly seatsLeft: number;
  readonly isActive: boolean;
};

export type EarlierPurchase = {
  readonly courseId: string;
  readonly status: PurchaseStatus;
  readonly finishedAt: Date | null;
};

/** What decides whether a course may be bought. */
export type PurchaseFacts = {
  readonly buyer: Buyer | null;
  readonly course: CourseForSale | null;
  readonly earlier: readonly EarlierPurchase[];
};

/** The last moments of a purchase. */
export type PurchaseDates = {
  readonly redeemBy: Date;
  readonly cancelBy: Date | null;
  readonly finishBy: Date;
};

/** A purchase as redeeming and cancelling see it. */
export type PurchaseState = {
  readonly id: PurchaseId;
  readonly courseId: CourseId;
  readonly courseSlug: string;
  readonly providerSlug: string;
  readonly price: bigint;
  readonly status: PurchaseStatus;
  readonly redeemBy: Date;
  readonly cancelBy: Date | null;
};

/** A purchase as its owner reads it, in the reader's language. */
export type OwnPurchase = {
  readonly id: PurchaseId;
  readonly course: {
    readonly id: CourseId;
    readonly slug: string;
    readonly title: string;
    readonly categoryCode: string;
  };
  readonly providerName: string;
  readonly platformName: string;
  readonly price: bigint;
  readonly status: PurchaseStatus;
  readonly redeemCode: string;
  readonly purchasedAt: Date;
  readonly redeemBy: Date;
  readonly cancelBy: Date | null;
  readonly finishBy: Date;
  readonly redeemedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
};

/** The one purchase that is not yet finished and reviewed. */
export type PurchaseUnderWay = {
  readonly id: PurchaseId;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly status: "bought" | "redeemed";
  readonly finishBy: Date;
};

/** What lets a person into a course. */
export type RedeemedPurchase = {
  readonly purchaseId: PurchaseId;
  readonly courseId: CourseId;
  readonly finishBy: Date;
};

/** Whether a person may buy a course now: yes with what it leads to, or why not (a refusal of this stage). */
export type Offer =
  | { readonly kind: "buyable"; readonly balanceAfter: bigint; readonly dates: PurchaseDates }
  | {
      readonly kind: "refused";
      readonly refusal: { readonly code: string };
      readonly underWay: string | null;
    };
