import type { PurchaseStatus } from "#features/purchase/types.ts";
import type { Id } from "#kernel/identifiers.ts";

export type PartnerKind = "provider" | "platform";

declare const own: unique symbol;
/** The provider or platform that a signed-in account speaks for. Only `ownPartner()` makes one, so that no other is ever reached. */
export type OwnPartner = { readonly kind: PartnerKind; readonly slug: string; readonly [own]: true };
/** The same where it must be a training provider. */
export type OwnProvider = OwnPartner & { readonly kind: "provider" };

/** The first address of each portal of partners. */
export const HOME_OF_PARTNER = { provider: "/lembaga", platform: "/platform" } as const;

export type ApplicationId = Id<"partner-application">;
export type ApplicationStatus = "unproven" | "waiting" | "approved" | "refused";

/** What an organisation says of itself when it asks to become a partner. */
export type ApplicationContent = {
  readonly kind: PartnerKind;
  readonly name: string;
  readonly city: string;
  readonly about: string;
  readonly contactName: string;
  /** Lower case. */
  readonly email: string;
  readonly legalNumber: string;
  readonly website: string | null;
};

export type Application = ApplicationContent & {
  readonly id: ApplicationId;
  readonly status: ApplicationStatus;
  readonly locale: "id" | "en";
  readonly createdAt: Date;
  readonly provenAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly ownerSlug: string | null;
};

/** What an operator should know beside the application itself. */
export type ApplicationDoubts = {
  /** Others of the same part with the same legal number that wait, or were admitted. */
  readonly sameNumber: number;
  /** Providers or platforms of the same name. */
  readonly sameName: number;
};

export type PartnerProfile = {
  readonly slug: string;
  readonly name: string;
  readonly city: string | null;
  readonly aboutId: string;
  readonly aboutEn: string;
  readonly website: string | null;
  /** Whole percent; of platforms only. */
  readonly commissionPercent: number | null;
};

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

/** What waits for a provider's people. */
export type ProviderAgenda = {
  /** Versions of courses that were sent back to be mended. */
  readonly sentBack: number;
  /** Versions that wait for the operator. */
  readonly submitted: number;
  readonly unansweredReviews: number;
  readonly ungradedTasks: number;
  readonly nearSchedules: readonly NearSchedule[];
};

export type NearSchedule = {
  readonly code: string;
  readonly courseTitle: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly seatsTaken: number;
};
