import type { CourseId, CourseMode, ScheduleId } from "#features/catalogue/types.ts";
import type { Day } from "#kernel/calendar.ts";
import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type PurchaseId = Id<"purchase">;
export type IntentId = Id<"purchase-intent">;
export type PurchaseStatus = "bought" | "redeemed" | "finished" | "cancelled" | "forfeited";

/** Who undid a purchase: the buyer, the platform that sold it, or the provider, who called its schedule off. */
export type CancelCause = "participant" | "platform" | "schedule";

/** Where a training is sold: on the portal itself, or on the pages of a digital platform, known by its API client. */
export type Seller =
  | { readonly channel: "portal" }
  | { readonly channel: "platform"; readonly clientCode: string; readonly platformSlug: string };

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
  readonly birth: Day | null;
  /** A code of the registration's list. */
  readonly education: string | null;
  readonly terms: PurchaseTerms;
};

/** When a schedule is held; a self-paced one has no times. */
export type ScheduleTimes = { readonly startsAt: Date | null; readonly endsAt: Date | null };

export type ScheduleForSale = ScheduleTimes & {
  readonly id: ScheduleId;
  readonly code: string;
  readonly seatsLeft: number;
  readonly isCancelled: boolean;
};

export type CourseForSale = {
  readonly id: CourseId;
  readonly code: string;
  readonly slug: string;
  readonly version: number;
  readonly mode: CourseMode;
  /** Rupiah. */
  readonly price: bigint;
  readonly providerSlug: string;
  readonly platformSlug: string;
  /** Whole percent of the price that the platform keeps. */
  readonly commissionPercent: number;
  readonly minimumAge: number;
  readonly minimumEducation: string | null;
  readonly isActive: boolean;
  /** The schedule that was chosen; null when there is none like it. */
  readonly schedule: ScheduleForSale | null;
};

export type EarlierPurchase = {
  readonly courseId: string;
  readonly status: PurchaseStatus;
  readonly cancelCause: CancelCause | null;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
};

/** What decides whether a course may be bought. */
export type PurchaseFacts = {
  readonly buyer: Buyer | null;
  readonly course: CourseForSale | null;
  readonly earlier: readonly EarlierPurchase[];
  readonly seller: Seller;
  /** The price as the buyer was shown it, in rupiah; null where the portal shows it itself. */
  readonly shownPrice: bigint | null;
};

/** Who buys what, once everything but the code was found in order. */
export type Sale = {
  readonly buyer: Buyer;
  readonly course: CourseForSale;
  readonly schedule: ScheduleForSale;
};

/** The first and last moments of a purchase. */
export type PurchaseDates = {
  readonly redeemFrom: Date;
  readonly redeemBy: Date;
  readonly cancelBy: Date | null;
  readonly finishBy: Date;
};

/** A purchase that waits for its code. */
export type Intent = {
  readonly id: IntentId;
  readonly participantId: ParticipantId;
  readonly courseSlug: string;
  readonly scheduleCode: string;
  readonly amount: bigint;
  readonly expiresAt: Date;
  /** Only the newest of a person counts: the code belongs to it. */
  readonly isNewest: boolean;
  readonly purchaseId: PurchaseId | null;
  readonly seller: { readonly channel: Seller["channel"]; readonly clientCode: string | null };
};

/** A purchase as redeeming and cancelling see it. */
export type PurchaseState = {
  readonly id: PurchaseId;
  readonly participantId: ParticipantId;
  readonly scheduleId: string;
  readonly courseId: CourseId;
  readonly courseSlug: string;
  readonly mode: CourseMode;
  readonly providerSlug: string;
  readonly platformSlug: string;
  readonly price: bigint;
  readonly commission: bigint;
  readonly status: PurchaseStatus;
  readonly redeemFrom: Date;
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
    readonly mode: CourseMode;
  };
  readonly schedule: ScheduleTimes & {
    readonly code: string;
    readonly place: string | null;
    /** Why the provider called it off, in the provider's words. */
    readonly cancelReason: string | null;
  };
  readonly providerName: string;
  readonly platformName: string;
  readonly price: bigint;
  readonly status: PurchaseStatus;
  readonly transactionCode: string;
  readonly redeemCode: string;
  readonly purchasedAt: Date;
  readonly redeemFrom: Date;
  readonly redeemBy: Date;
  readonly cancelBy: Date | null;
  readonly finishBy: Date;
  readonly redeemedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelCause: CancelCause | null;
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
