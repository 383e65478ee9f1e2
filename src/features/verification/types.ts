import type { Day } from "#kernel/calendar.ts";
import { deadlineAfter } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { NameComparison } from "#kernel/name-comparison.ts";
import type { ExcludedOccupation } from "#kernel/occupation.ts";

/** "checking": the registers are asked; "in_review": they have answered, and a person of the staff looks at it. */
export type VerificationStatus = "checking" | "in_review" | "verified" | "refused";

/** Who is asked, in the order in which a person sees them. */
export const registers = [
  "population",
  "education",
  "social_aid",
  "occupation",
  "blacklist",
  "priority",
] as const;
export type Register = (typeof registers)[number];
export type ListRegister = Exclude<Register, "population">;

/** What somebody can mend on their own and send again. */
export const mendableReasons = [
  "verification-nik-unknown",
  "verification-family-card-differs",
  "verification-name-differs",
  "verification-birth-date-differs",
  "verification-mother-differs",
] as const;
export type MendableReason = (typeof mendableReasons)[number];

/** What only a member of the staff can settle otherwise, when the person appeals. */
export const finalReasons = [
  "verification-blacklisted",
  "verification-excluded-occupation",
  "verification-in-education",
  "verification-review-refused",
] as const;
export type FinalReason = (typeof finalReasons)[number];

/** Why a registration was not verified. */
export const verificationReasons = [...mendableReasons, ...finalReasons] as const;
export type VerificationReason = (typeof verificationReasons)[number];

/** Why a member of the staff has to look at it. */
export const reviewReasons = [
  "review-name-similar",
  "review-document-differs",
  "review-registers-contradict",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Agreement per datum, as the population register answered. */
export type RegisterAgreement = {
  readonly exists: boolean;
  readonly familyCard: boolean;
  readonly name: NameComparison;
  readonly birthDate: boolean;
  readonly mother: boolean;
};

type Entry<Kind extends string> = {
  readonly kind: Kind;
  readonly since: string;
  /** The last day on which it is in force; null while no end is known. */
  readonly until: string | null;
};
export type BarKind = "false-data" | "cheating" | "borrowed-identity";

/** What each list may hold of a person. */
export type ListEntries = {
  readonly education: Entry<"pupil" | "student">;
  readonly social_aid: Entry<"family-hope" | "food" | "cash" | "wage">;
  readonly occupation: Entry<ExcludedOccupation>;
  readonly blacklist: Entry<BarKind>;
  readonly priority: Entry<"laid-off">;
};

/** What all registers said of one person. */
export type RegisterAnswers = {
  readonly [Name in ListRegister]: { readonly entry: ListEntries[Name] | null };
} & { readonly population: RegisterAgreement };

/** An answer that was kept, or the question that waits for it, of one register. */
export type KeptAnswer = {
  readonly [Name in Register]: {
    readonly register: Name;
    readonly attempts: number;
    readonly askedAt: Date | null;
    readonly answeredAt: Date | null;
    readonly expiresAt: Date | null;
    /** Null while the register has not answered. */
    readonly answer: RegisterAnswers[Name] | null;
  };
}[Register];

/** A check, as its own participant sees it. */
export type Verification = {
  readonly status: VerificationStatus;
  /** Why it was refused; null otherwise. */
  readonly reason: VerificationReason | null;
  /** Why a member of the staff looks at it; null otherwise. */
  readonly reviewReason: ReviewReason | null;
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly checkedAt: Date | null;
  /** Until when a member of the staff looks at it; null when nobody has to. */
  readonly reviewDueAt: Date | null;
  /** Why, and until when, somebody is barred; null for every other reason. */
  readonly bar: { readonly kind: BarKind; readonly until: Day | null } | null;
};

/** Where the question to one register stands, as its own participant sees it. */
export type RegisterProgress = { readonly register: Register; readonly isAnswered: boolean };

/** What the registers know of a person that decides in a wave. Nobody is on no list by default. */
export type RegisterFacts = {
  readonly participantId: ParticipantId;
  readonly receivesAid: boolean;
  readonly priority: boolean;
  readonly inEducation: boolean;
  readonly excludedOccupation: boolean;
  readonly blacklisted: boolean;
};

/** Days that the staff takes at most for a review. */
const REVIEW_DAYS = 5;

/** The last moment for a review that began at this one. */
export function reviewDueAt(begun: Date): Date {
  return deadlineAfter(begun, REVIEW_DAYS);
}

export function isMendable(reason: VerificationReason): reason is MendableReason {
  return mendableReasons.some((mendable) => mendable === reason);
}
