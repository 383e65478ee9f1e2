import type { Agreement } from "#features/registration/types.ts";
import {
  type FinalReason,
  finalReasons,
  type KeptAnswer,
  type RegisterAgreement,
  type ReviewReason,
  reviewReasons,
  type VerificationReason,
  verificationReasons,
} from "#features/verification/types.ts";
import type { AccountId, Id, ParticipantId } from "#kernel/identifiers.ts";
import type { NameComparison } from "#kernel/name-comparison.ts";

export type CaseId = Id<"review-case">;

/** "first": what machines could not decide. "appeal": somebody does not agree with a refusal. */
export const reviewKinds = ["first", "appeal"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Why a case was opened: the doubt, or the refusal that is appealed against. */
export const caseReasons = [...reviewReasons, ...finalReasons] as const;
export type CaseReason = ReviewReason | FinalReason;

export type ReviewDecision = "verified" | "refused";

/** What may be told to the person: at first all that the registers could have said, too, so that it can be mended. */
export const reasonsToRefuse: Readonly<Record<ReviewKind, readonly VerificationReason[]>> = {
  first: verificationReasons,
  appeal: finalReasons,
};

/** A case as the commands know it. */
export type CaseFacts = {
  readonly id: CaseId;
  readonly participantId: ParticipantId;
  readonly kind: ReviewKind;
  readonly decision: ReviewDecision | null;
  readonly assignedTo: AccountId | null;
  /** Who filled the registration in for the person. */
  readonly filledInBy: AccountId | null;
  /** Who decided what is appealed against. */
  readonly decidedFirstBy: AccountId | null;
  /** The check still waits for a decision: it was not settled or begun anew in the meantime. */
  readonly isAwaited: boolean;
};

/** A refusal, as the person may appeal against it. */
export type AppealFacts = {
  readonly refusal: { readonly at: Date; readonly isMendable: boolean } | null;
  /** An appeal against this very refusal was made before. */
  readonly isAppealed: boolean;
};

/** A case in the queue; nothing of the person. */
export type ListedCase = {
  readonly id: CaseId;
  readonly kind: ReviewKind;
  readonly reason: CaseReason;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  /** Who has taken it. */
  readonly holder: { readonly id: AccountId; readonly name: string } | null;
};

export type QueueFilter = {
  readonly kind?: ReviewKind;
  readonly reason?: CaseReason;
  /** Only what this member of the staff has taken. */
  readonly heldBy?: AccountId;
};

/** Counted no further than a page of counts needs. */
export type QueueCounts = {
  readonly waiting: number;
  readonly overdue: number;
  readonly free: number;
  readonly mine: number;
};

/** What is compared, in the order of the card. */
export const comparedData = ["nik", "name", "birth", "family-card", "mother-name"] as const;
export type ComparedDatum = (typeof comparedData)[number];

/** One datum: what was typed, and what the photo of the card and the population register say of it. */
export type Comparison = {
  readonly datum: ComparedDatum;
  /** As much of it as a reviewer needs; null: not shown. */
  readonly typed: string | null;
  /** Null: does not stand on the card, or nothing was read yet. */
  readonly onCard: Agreement | null;
  /** Null: the register has not answered. */
  readonly inRegister: NameComparison | null;
};

/** What a comparison is made of. */
export type Compared = {
  readonly typed: Readonly<Record<ComparedDatum, string>>;
  readonly card: { readonly [Datum in "nik" | "name" | "birthDate"]: Agreement } | null;
  readonly register: RegisterAgreement | null;
};

/** A photo with the address under which this reviewer may open it for a while. */
export type ReviewedPhoto = {
  readonly id: string;
  readonly kind: "id_card" | "selfie";
  readonly address: string;
  readonly hints: readonly string[];
};

/** A decision of the staff on this person, earlier. */
export type EarlierDecision = {
  readonly id: CaseId;
  readonly kind: ReviewKind;
  readonly decision: ReviewDecision;
  readonly reason: VerificationReason | null;
  readonly decidedAt: Date;
  readonly note: string | null;
};

/** All that the reviewer who has taken a case sees of the person. */
export type ReviewedPerson = {
  readonly comparisons: readonly Comparison[];
  readonly showsAll: boolean;
  readonly lists: readonly KeptAnswer[];
  readonly photos: readonly ReviewedPhoto[];
  /** The person's own words of an appeal. */
  readonly statement: string | null;
  readonly earlier: readonly EarlierDecision[];
};

/** A case as a member of the staff sees it; the person only for who has taken it. */
export type ViewedCase = ListedCase & {
  readonly decision: ReviewDecision | null;
  readonly isMine: boolean;
  readonly person: ReviewedPerson | null;
};

/** What a person sees of an appeal. */
export type Appeal = {
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly decision: ReviewDecision | null;
  /** Why it was turned down. */
  readonly reason: VerificationReason | null;
  readonly decidedAt: Date | null;
};

/** Enough of a case's id to speak about it. */
export function caseNumber(id: CaseId): string {
  return id.slice(-8).toUpperCase();
}
