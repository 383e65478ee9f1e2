import type { WaveEntryStatus, WaveStatus } from "#features/waves/types.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Gender } from "#kernel/nik.ts";

/** What decides on a person's eligibility, and what an operator may see of them: no names, no numbers. */
export type Applicant = {
  readonly participantId: ParticipantId;
  /** Keyed hash of the family card, in hexadecimal; empty when the person has none on record. */
  readonly familyCard: string;
  readonly birth: Day | null;
  readonly gender: Gender | null;
  readonly provinceCode: string | null;
  readonly laidOff: boolean;
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly verified: boolean;
  readonly recipient: boolean;
  readonly blacklisted: boolean;
  /** Recipients of this family card so far, in all waves. */
  readonly familyRecipients: number;
  readonly status: WaveEntryStatus;
  readonly reason: string | null;
};

/** The rules of a scheme that decide on eligibility (programme rules, section 2). */
export type EligibilityRules = {
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly excludesOtherAid: boolean;
  readonly recipientsPerFamilyCard: number;
};

export type Candidate = {
  readonly participantId: string;
  readonly familyCard: string;
  /** 0 goes first. */
  readonly priority: number;
};

export type DrawOutcome = "selected" | "family_card_full" | "quota_full";
/** `rank` is the place in the drawn order, from 1. */
export type DrawnCandidate = Candidate & { readonly rank: number; readonly outcome: DrawOutcome };

export type DrawLimits = {
  readonly quota: number;
  readonly perFamilyCard: number;
  /** Recipients of a family card before this draw. */
  readonly taken: ReadonlyMap<string, number>;
};

/** A draw as it is kept for everybody to check. */
export type DrawRecord = {
  readonly algorithm: string;
  readonly seed: string;
  readonly digest: string;
  readonly candidateCount: number;
  readonly selectedCount: number;
  readonly drawnAt: Date;
};

/** A draw that was worked out again from its stored seed and candidates. */
export type Replay =
  | { readonly kind: "other-algorithm" }
  | {
      readonly kind: "replayed";
      readonly digest: string;
      readonly equal: boolean;
      readonly outcomesDiffer: number;
    };

/** A wave's status as the selection sees it. */
export type SelectionStatus = WaveStatus;
