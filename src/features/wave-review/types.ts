import type { WaveEntryStatus, WaveId, WaveStatus } from "#features/waves/types.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Gender } from "#kernel/nik.ts";

/** A wave's status as the review sees it. */
export type ReviewStatus = WaveStatus;

/** The traits by which a wave's people are counted and shown. */
export const shownDimensions = [
  "province",
  "gender",
  "age",
  "education",
  "disability",
  "priority",
  "verdict",
  "outcome",
] as const;
export type ShownDimension = (typeof shownDimensions)[number];

/** What the rules say of a person: may be drawn, or why not (the codes of the selection stage). */
export const verdicts = [
  "eligible",
  "entry-excluded",
  "entry-data-mismatch",
  "entry-already-recipient",
  "entry-blacklisted",
  "entry-excluded-occupation",
  "entry-in-education",
  "entry-other-aid",
  "entry-under-age",
  "entry-over-age",
  "entry-family-card-full",
  "entry-quota-full",
] as const;

/** In the order in which people read them. */
export const ageGroups = [
  "under-18",
  "18-24",
  "25-34",
  "35-44",
  "45-54",
  "55-64",
  "over-64",
  "unknown",
] as const;

/** How many share a trait, how many of them may be drawn, and how many were selected. */
export type Tally = {
  readonly label: string;
  /** The label in words where it is a name: a province. */
  readonly name: string | null;
  readonly joined: number;
  readonly eligible: number;
  readonly selected: number;
};

export type WaveFigures = {
  readonly measuredAt: Date;
  readonly status: WaveStatus;
  readonly all: Omit<Tally, "label" | "name">;
  readonly by: Readonly<Record<ShownDimension, readonly Tally[]>>;
};

/** A wave beside another: its figures under its number. */
export type ComparedWave = { readonly number: number; readonly figures: WaveFigures };

/** When a wave was measured, and in which status it was then. */
export type Measure = {
  readonly askedAt: Date;
  readonly status: WaveStatus | null;
  readonly tookMs: number;
};

export const anomalyKinds = [
  "family-card",
  "same-birth",
  "district-share",
  "one-officer",
  "one-bulk-file",
  "joins-in-a-minute",
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** From where on something is unlike the usual. */
export type AnomalyLimits = {
  /** People of one family card. */
  readonly perFamilyCard: number;
  /** People of one village who were born on one day, the days apart that registers fill in for unknown ones. */
  readonly sameBirth: number;
  /** People below which no share, office or minute is looked at. */
  readonly least: number;
  /** So many times the usual. */
  readonly times: number;
  /** Standard deviations above the usual share. */
  readonly deviations: number;
};

export type Anomaly = {
  readonly mark: string;
  readonly subject: string;
  /** Where it is, in words; null: it has no place. */
  readonly place: string | null;
  readonly found: number;
  readonly usual: number | null;
};
export type AnomalyGroup = {
  readonly kind: AnomalyKind;
  /** How many there are; `largest` shows the first of them. */
  readonly alike: number;
  readonly largest: readonly Anomaly[];
};

export const exclusionReasons = [
  "double-registration",
  "false-data",
  "identity-misused",
  "deceased",
  "own-request",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export type Exclusion = {
  readonly participantId: ParticipantId;
  readonly reason: ExclusionReason;
  readonly note: string;
  readonly excludedBy: string;
  readonly excludedAt: Date;
};

/** Which people a sample is taken from; all null: everybody. */
export type SampleFilter = {
  readonly province: string | null;
  /** A refusal code, or "eligible". */
  readonly verdict: string | null;
  readonly anomaly: { readonly kind: AnomalyKind; readonly mark: string } | null;
};

/** Who is looked at, as far as the looking one may see it. */
export type SeenPerson = { readonly name: string | null; readonly nik: string | null };

/** What was decided on a person from what. */
export type JudgedFacts = {
  readonly verified: boolean;
  readonly recipient: boolean;
  readonly blacklisted: boolean;
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly laidOff: boolean;
  readonly excluded: boolean;
  readonly familyRecipients: number;
  /** Why the person cannot be drawn, as a refusal code. */
  readonly refusal: string | null;
};

export type SampledApplicant = SeenPerson &
  JudgedFacts & {
    readonly participantId: ParticipantId;
    readonly age: number | null;
    readonly gender: Gender | null;
    readonly province: string | null;
  };

export type Sample = {
  readonly seed: number;
  readonly rows: readonly SampledApplicant[];
  /** Whether the facts are those of the fixed list, or as they are now. */
  readonly isFixed: boolean;
};

export type ReviewedApplicant = SampledApplicant & {
  readonly waveId: WaveId;
  readonly isFixed: boolean;
  readonly birth: Day | null;
  readonly education: string | null;
  readonly disability: string | null;
  readonly joinedAt: Date;
  readonly status: WaveEntryStatus;
  /** Why not selected, as a refusal code; null before the publication. */
  readonly reason: string | null;
  readonly exclusion: Exclusion | null;
  readonly place: { readonly rank: number; readonly stratumRank: number; readonly outcome: string } | null;
  readonly decree: { readonly number: string; readonly determinedAt: Date } | null;
};
